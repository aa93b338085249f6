import { failure } from '../domain/errors.ts';
import { BACKUPS } from '../domain/keys.ts';
import type { Publication } from '../domain/publication.ts';
import { rollback } from '../engine/mod.ts';
import { readPublication } from '../engine/publication.ts';
import { checkRepository } from './release-options.ts';
import type { Repository } from './repository.ts';
import { checkVersion, contextOf, rollbackRequest } from './requests.ts';
import { keepCopy, readIndexJson, replaceIndex } from './single-steps.ts';

/** The guide's adapter over a repository; each changing method is a logged operation of its own. */
export class RollbackRepositoryAdapter {
  readonly repository: Repository;

  /** Throws RollbackError (49) for what is no repository. */
  constructor(repository: Repository) {
    checkRepository(repository);
    this.repository = repository;
  }

  /** Whether the index lists it or its folder is there. Throws RollbackError. */
  async versionExists(version: string): Promise<boolean> {
    return (await this.read(version)).exists;
  }

  /** Paths with the version in front, in order. Throws RollbackError. */
  async getVersionArtifacts(version: string): Promise<readonly string[]> {
    const { artifacts } = await this.read(version);
    return artifacts.filter(({ type }) => type !== 'folder').map(({ path }) => path);
  }

  /** Copies the version into `.rollback-backups/`; answers whether that worked, and where the copy is. */
  async backupVersion(version: string): Promise<readonly [ok: boolean, path: string]> {
    return keepCopy(await contextOf(this.repository), await this.read(version));
  }

  /**
   * Takes the version's artifacts out, with a backup, and marks its entry. `artifacts` must be all of them: a part
   * of a release taken out would leave it listed and torn. Throws BAD_INPUT for anything else.
   */
  async rollbackVersion(
    version: string,
    artifacts: readonly string[],
  ): Promise<readonly [ok: boolean, removed: number]> {
    const given = Array.isArray(artifacts) ? [...artifacts] : [];
    const wanted = given.sort().join('\n');
    if (wanted !== [...(await this.getVersionArtifacts(version))].sort().join('\n')) {
      throw failure(
        'BAD_INPUT',
        `These are not all artifacts of ${version}; a release is taken out whole or not at all`,
      );
    }
    const request = rollbackRequest(checkVersion(version), 'artifacts_only', { policyMode: 'lenient' });
    const report = await rollback(request, await contextOf(this.repository));
    return [report.exit_code === 0, report.total_artifacts_removed];
  }

  /** Takes the version out of the index; answers with the index before and after, parsed. */
  async removeFromIndex(version: string): Promise<readonly [ok: boolean, before: unknown, after: unknown]> {
    const store = await this.repository.open();
    const before = await readIndexJson(store);
    const request = rollbackRequest(checkVersion(version), 'index_only', { policyMode: 'lenient' });
    const report = await rollback(request, await contextOf(this.repository));
    return [report.exit_code === 0, before, await readIndexJson(store)];
  }

  /** Writes an earlier index back. False when that would drop a release that is listed now and not in `doc`. */
  async restoreIndex(doc: unknown): Promise<boolean> {
    return replaceIndex(await contextOf(this.repository), doc);
  }

  /** Folder names under `.rollback-backups/`, in order. Throws RollbackError. */
  async listBackups(): Promise<readonly string[]> {
    const names: string[] = [];
    const store = await this.repository.open();
    for await (const { key } of store.list(BACKUPS, { shallow: true })) {
      if (key.endsWith('/')) names.push(key.slice(BACKUPS.length, -1));
    }
    return names;
  }

  /** Everything that is known about one version. */
  async read(version: string): Promise<Publication> {
    const checked = checkVersion(version);
    const store = await this.repository.open();
    return (await readPublication(store, this.repository.clock, checked)).publication;
  }
}
