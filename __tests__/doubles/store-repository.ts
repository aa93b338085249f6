import { randomUUID } from 'node:crypto';
import { lstat, mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { LocalStore } from '../../src/adapters/store/local/local-store.ts';
import { BACKUPS } from '../../src/domain/keys.ts';
import type { ManifestArtifact, OperationManifest } from '../../src/domain/manifest.ts';
import type { ObjectInfo } from '../../src/ports/object-store.ts';
import type { Guard, Workspace } from '../../src/ports/workspace.ts';
import { RealClock } from './store-clock.ts';

export const VERSION = 'v1.0.2';
export const RELEASE: Readonly<Record<string, string | { readonly link: string } | null>> = {
  'README.md': 'read me\n',
  'bin/tool': 'binary'.repeat(5000),
  'docs/deep/er/guide.md': 'guide',
  'docs/link': { link: '../README.md' },
  'docs/out': { link: '/etc/passwd' },
  'docs/empty': null,
  "odd 'name' #1 %20": 'odd',
};

/** A real folder as a repository, with one release in it and one beside it. */
export class Repository {
  readonly path: string;
  readonly store: LocalStore;

  constructor(path: string) {
    this.path = path;
    this.store = LocalStore.open(path, new RealClock());
  }

  static async create(parent = tmpdir()): Promise<Repository> {
    const repository = new Repository(await mkdtemp(join(parent, 'rollback-store-')));
    await repository.publish(VERSION);
    await repository.write('v1.0.20/README.md', 'the neighbour');
    await repository.write('index.json', '{"releases":[]}');
    return repository;
  }

  async publish(version: string, files = RELEASE): Promise<void> {
    for (const [name, content] of Object.entries(files)) {
      const path = this.at(`${version}/${name}`);
      await mkdir(content === null ? path : dirname(path), { recursive: true });
      if (typeof content === 'string') await writeFile(path, content);
      else if (content !== null) await symlink(content.link, path);
    }
  }

  at(key: string): string {
    return join(this.path, key);
  }

  async write(key: string, content: string): Promise<void> {
    await mkdir(dirname(this.at(key)), { recursive: true });
    await writeFile(this.at(key), content);
  }

  text(key: string): Promise<string> {
    return readFile(this.at(key), 'utf8');
  }

  async exists(key: string): Promise<boolean> {
    return (await lstat(this.at(key)).catch(() => undefined)) !== undefined;
  }

  /** Everything below a folder: bytes, link targets, folders, modes. */
  async tree(key: string): Promise<Record<string, string>> {
    const found: Record<string, string> = {};
    const visit = async (path: string, shown: string): Promise<void> => {
      for (const entry of await readdir(path, { withFileTypes: true })) {
        const inner = `${path}/${entry.name}`;
        const name = `${shown}${entry.name}`;
        const mode = (((await lstat(inner)).mode ?? 0) & 0o7777).toString(8);
        if (entry.isDirectory()) {
          found[`${name}/`] = mode;
          await visit(inner, `${name}/`);
        } else if (entry.isSymbolicLink()) found[name] = `-> ${await readlink(inner)}`;
        else found[name] = `${mode} ${await readFile(inner, 'utf8')}`;
      }
    };
    if (await this.exists(key)) await visit(this.at(key), '');
    return found;
  }

  async manifest(change: Partial<OperationManifest> = {}): Promise<OperationManifest> {
    const version = change.version ?? VERSION;
    const artifacts: ManifestArtifact[] = [];
    for await (const info of this.store.list(`${version}/`)) {
      if (info.key !== `${version}/`) artifacts.push(asArtifact(info));
    }
    return {
      schema_version: 1,
      operation: 'rollback',
      operation_id: randomUUID(),
      rollback_id: 'deadbeef',
      version,
      rollback_type: 'full',
      created_at: '2026-11-23T12:00:00.000Z',
      create_backup: true,
      backup_method: 'rename',
      reason: '',
      backup_path: `${BACKUPS}${version}-20261123_120000-deadbeef/`,
      artifacts,
      entries: [],
      index_revision: '',
      folder_present: await this.exists(version),
      ...change,
    } as OperationManifest;
  }

  /** One holder's turn at the manifest's operation, opened. */
  async workspace(
    manifest: Pick<OperationManifest, 'operation_id'>,
    epoch = 1,
    guard: Guard = async () => {},
  ): Promise<Workspace> {
    const workspace = this.workspaceUnopened(manifest, epoch, guard);
    await workspace.open();
    return workspace;
  }

  workspaceUnopened(
    manifest: Pick<OperationManifest, 'operation_id'>,
    epoch = 1,
    guard: Guard = async () => {},
  ): Workspace {
    const ticket = { operationId: manifest.operation_id, epoch, version: VERSION };
    return this.store.workspaces.create(ticket, guard);
  }

  dispose(): Promise<void> {
    return rm(this.path, { recursive: true, force: true });
  }
}

function asArtifact(info: ObjectInfo): ManifestArtifact {
  const { key: path, modified: _modified, type, ...rest } = info;
  return { path, type: type === 'other' ? 'file' : type, ...rest, listed: true };
}

export const noProgress = (): void => {};
