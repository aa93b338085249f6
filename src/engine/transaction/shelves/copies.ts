import { ArtifactMarks } from '../../../domain/artifact-marks.ts';
import { compareChecksums } from '../../../domain/checksum.ts';
import { failure } from '../../../domain/errors.ts';
import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import type { Rows } from '../../../domain/rows.ts';
import {
  ConflictError,
  type CopySource,
  type ObjectInfo,
  type ObjectStore,
  type Pinned,
} from '../../../ports/object-store.ts';
import type { Progress, Retracted, Withdrawal } from '../../../ports/workspace.ts';
import type { Requests } from '../requests.ts';
import { damagedIn, isWhole, keptOf } from './backup-folder.ts';
import { Hindrances, NO_BACKUP } from './put-back-each.ts';
import { pinnedOf, removeAll } from './removal.ts';
import type { Shelf, Taken } from './shelf.ts';
import {
  listed,
  markListed,
  type Standing,
  sameBytes,
  sourceOf,
  surveyFolder,
  versionPrefix,
} from './surveys.ts';

/** Keeps server-side copies in the backup folder; takes artifacts out by conditional delete. */
export class CopiesShelf implements Shelf {
  readonly copies = true;
  readonly #store: ObjectStore;
  readonly #requests: Requests;

  constructor(store: ObjectStore, requests: Requests) {
    this.#store = store;
    this.#requests = requests;
  }

  async prepare(manifest: OperationManifest, progress: Progress): Promise<void> {
    if (manifest.backup_path === '') return;
    const { artifacts, backup_path: folder } = manifest;
    const copy = (artifact: ManifestArtifact) => this.#copyOut(artifact, folder + artifact.path);
    await this.#requests.each(artifacts, copy, { tell: progress, total: artifacts.length });
  }

  survey(manifest: OperationManifest): Promise<Withdrawal> {
    return surveyFolder(this.#store, manifest);
  }

  async take(_: OperationManifest, standing: Rows<ManifestArtifact>, progress: Progress): Promise<Taken> {
    const marks = new ArtifactMarks(standing);
    const noting = { tell: progress, gone: (path: string) => marks.mark(path) };
    const changed = await removeAll(this.#store, this.#requests, pinnedOf(standing), noting);
    return { removed: marks.markedPaths(), changed };
  }

  async putBack(
    manifest: OperationManifest,
    artifacts: Rows<ManifestArtifact>,
    progress: Progress,
  ): Promise<void> {
    const isThere = ({ revision }: ManifestArtifact, info: ObjectInfo): boolean => info.revision === revision;
    const there = await markListed(this.#store, '', manifest, artifacts, isThere);
    const absent = there.unmarkedRows();
    if (absent.length === 0) return;
    const kept = await keptOf(this.#store, manifest);
    const hindrances = new Hindrances();
    const copy = async (artifact: ManifestArtifact): Promise<void> => {
      const source = kept.find(manifest.backup_path + artifact.path);
      if (source === undefined) return hindrances.note(NO_BACKUP, artifact.path);
      await this.#copy(copyOf(source, artifact), artifact.path);
    };
    await hindrances.each(this.#requests, absent, copy, { tell: progress, total: absent.length });
    hindrances.tell();
  }

  async takeAgain(
    manifest: OperationManifest,
    artifacts: Rows<ManifestArtifact>,
    progress: Progress,
  ): Promise<Retracted> {
    const there = await listed(this.#store, versionPrefix(manifest));
    const kept = await keptOf(this.#store, manifest);
    const ours: Pinned[] = [];
    const left: string[] = [];
    const judge = async ({ path }: ManifestArtifact): Promise<void> => {
      const standing = there.find(path);
      if (standing === undefined) return;
      const copy = kept.find(manifest.backup_path + path);
      // The listings tell of most; only what they leave open is looked at.
      const verdict =
        copy?.size === standing.size ? compareChecksums(standing.checksum, copy.checksum) : 'different';
      const same =
        verdict === 'unknown'
          ? await sameBytes(this.#store, path, manifest.backup_path + path)
          : verdict === 'same';
      if (same) ours.push({ key: path, revision: standing.revision });
      else left.push(path);
    };
    await this.#requests.each(artifacts, judge);
    const changed = await removeAll(this.#store, this.#requests, ours, { tell: progress });
    return { left: [...left, ...changed], lacking: [] };
  }

  damaged(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>): Promise<readonly string[]> {
    return damagedIn(this.#store, manifest, artifacts);
  }

  async #copyOut(artifact: ManifestArtifact, to: string): Promise<void> {
    const copied = await this.#copy(sourceOf(artifact), to);
    if (!isWhole(artifact, copied)) {
      throw failure('BACKUP', `The backup of ${artifact.path} is not the same as the original`);
    }
  }

  /** To an absent key; the same bytes there already are our own earlier success. */
  async #copy(source: CopySource, to: string): Promise<ObjectInfo> {
    try {
      return await this.#requests.send((guard) => this.#store.copy(source, to, guard));
    } catch (thrown) {
      if (!(thrown instanceof ConflictError)) throw thrown;
      return this.#settle(source, to, thrown);
    }
  }

  /** Who was before us at one of the two ends: somebody else, or a request of our own whose answer was lost. */
  async #settle(source: CopySource, to: string, cause: ConflictError): Promise<ObjectInfo> {
    const [original, standing] = await Promise.all([this.#store.head(source.key), this.#store.head(to)]);
    if (standing === undefined || original?.revision !== source.revision) {
      throw failure('SUPERSEDED', `${source.key} was changed by somebody else while we worked`, { cause });
    }
    if (standing.size !== source.size || !(await sameBytes(this.#store, source.key, to))) {
      throw failure('STEP_FAILED', `${to} is there already with other content`, { cause });
    }
    const { finishCopy } = this.#store;
    if (finishCopy === undefined) return standing;
    return this.#requests.send((guard) => finishCopy.call(this.#store, source, standing, guard));
  }
}

const copyOf = ({ key, revision, size, checksum }: Standing, artifact: ManifestArtifact): CopySource => ({
  key,
  revision,
  size,
  checksum,
  storage_class: artifact.storage_class,
});
