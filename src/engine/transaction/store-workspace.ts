import { ArtifactMarks } from '../../domain/artifact-marks.ts';
import type { Bytes } from '../../domain/byte-parts.ts';
import { failure } from '../../domain/errors.ts';
import { sha256Hex } from '../../domain/log-record.ts';
import type { ManifestArtifact, OperationManifest } from '../../domain/manifest.ts';
import { PackedRows, type Rows } from '../../domain/rows.ts';
import { ConflictError, type ObjectStore, type Pinned, type StoredObject } from '../../ports/object-store.ts';
import type { Progress, Retracted, Withdrawal, Workspace } from '../../ports/workspace.ts';
import type { Requests } from './requests.ts';
import { CopiesShelf } from './shelves/copies.ts';
import { MovesShelf } from './shelves/moves.ts';
import { removeAll } from './shelves/removal.ts';
import type { Shelf } from './shelves/shelf.ts';
import { VersionsShelf } from './shelves/versions.ts';

/** The workspace of stores without folders; how artifacts are kept is what the manifest says. */
export class StoreWorkspace implements Workspace {
  readonly #store: ObjectStore;
  readonly #requests: Requests;

  constructor(store: ObjectStore, requests: Requests) {
    this.#store = store;
    this.#requests = requests;
  }

  async open(): Promise<void> {}
  async lockIndex(): Promise<void> {}
  async unlockIndex(): Promise<void> {}
  async close(): Promise<void> {}

  /** One attempt: whether it may be sent again is for the caller to find out, who reads the index anew. */
  async replace({ info, attributes }: StoredObject, body: Uint8Array): Promise<string> {
    const { guard } = this.#requests;
    await guard();
    return this.#store.put(info.key, body, { unchangedSince: info.revision, attributes }, guard);
  }

  async create(key: string, body: Bytes): Promise<void> {
    try {
      await this.#requests.send((guard) => this.#store.put(key, body, 'absent', guard));
    } catch (thrown) {
      if (!(thrown instanceof ConflictError)) throw thrown;
      const standing = await this.#store.read(key);
      if (standing === undefined || sha256Hex(standing.body) !== sha256Hex(body)) throw thrown;
    }
  }

  prepareBackup(manifest: OperationManifest, progress: Progress): Promise<void> {
    return this.#shelf(manifest).prepare(manifest, progress);
  }

  survey(manifest: OperationManifest): Promise<Withdrawal> {
    const shelf = this.#shelf(manifest);
    return shelf.surveyTaken?.(manifest) ?? shelf.survey(manifest);
  }

  async withdraw(manifest: OperationManifest, progress: Progress, fresh = true): Promise<Withdrawal> {
    const shelf = this.#shelf(manifest);
    const before = await shelf.survey(manifest);
    // What a dead run had removed may have been published again: only a fresh run knows that nothing was.
    if (fresh && before.changed.length > 0) return { ...before, untouched: true };
    const { covered = [] } = before;
    const removed = new ArtifactMarks(manifest.artifacts).markAll(before.removed);
    const others = new ArtifactMarks(manifest.artifacts).markAll(before.removed);
    const standing = others.markAll(before.changed).markAll(covered).unmarkedRows();
    const taken = await shelf.take(manifest, standing, progress);
    return {
      removed: removed.markAll(taken.removed).markedPaths(),
      changed: [...before.changed, ...taken.changed],
      unknown: before.unknown,
      covered,
      // A recovery can't tell, and looks at the backup whatever it finds.
      missed: taken.missed === true || (fresh && before.removed.length > 0),
    };
  }

  async uncover(manifest: OperationManifest, keys: readonly string[]): Promise<void> {
    await this.#shelf(manifest).uncover?.(manifest, keys);
  }

  reinstate(
    manifest: OperationManifest,
    artifacts: Rows<ManifestArtifact>,
    progress: Progress,
  ): Promise<void> {
    return this.#shelf(manifest).putBack(manifest, artifacts, progress);
  }

  retract(
    manifest: OperationManifest,
    artifacts: Rows<ManifestArtifact>,
    progress: Progress,
  ): Promise<Retracted> {
    return this.#shelf(manifest).takeAgain(manifest, artifacts, progress);
  }

  damaged(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>): Promise<readonly string[]> {
    return this.#shelf(manifest).damaged(manifest, artifacts);
  }

  /** Removes the backup; the manifest last: while it is there, whoever comes after us knows what else to remove. */
  async discard(manifest: OperationManifest): Promise<void> {
    if (manifest.backup_path === '') return;
    const own = [`${manifest.backup_path}restored.json`, `${manifest.backup_path}manifest.json`];
    const { copies } = this.#shelf(manifest);
    const found = new PackedRows<Pinned>();
    const last: Pinned[] = [];
    for await (const { key, revision } of this.#store.list(manifest.backup_path)) {
      if (key === own[1]) last.push({ key, revision });
      else if (copies || key === own[0]) found.push({ key, revision });
    }
    await removeAll(this.#store, this.#requests, found);
    await removeAll(this.#store, this.#requests, last);
  }

  #shelf({ backup_method: method }: OperationManifest): Shelf {
    const { mover, versions } = this.#store;
    if (method === 'versions' && versions !== undefined)
      return new VersionsShelf(this.#store, versions, this.#requests);
    if (method === 'move' && mover !== undefined) return new MovesShelf(this.#store, mover, this.#requests);
    if (method === 'copy') return new CopiesShelf(this.#store, this.#requests);
    throw failure('BACKUP', `This store has no way to keep a release by '${method}', as the manifest says`);
  }
}
