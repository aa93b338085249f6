import { ArtifactMarks, absentArtifacts } from '../../../domain/artifact-marks.ts';
import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import type { RowIndex } from '../../../domain/row-index.ts';
import type { Rows } from '../../../domain/rows.ts';
import {
  ConflictError,
  isUnanswered,
  type ObjectMover,
  type ObjectStore,
} from '../../../ports/object-store.ts';
import { type Progress, type Retracted, SupersededError, type Withdrawal } from '../../../ports/workspace.ts';
import type { Requests } from '../requests.ts';
import { damagedIn, isWhole, keptOf } from './backup-folder.ts';
import { Hindrances, IN_THE_WAY, NO_BACKUP } from './put-back-each.ts';
import type { Shelf, Taken } from './shelf.ts';
import { listed, markListed, type Standing, sourceOf, surveyFolder, versionPrefix } from './surveys.ts';

/**
 * Whether it is where it was to go now, by this request or by an earlier one of ours; 'foreign' when somebody else wrote
 * either, 'gone' when he took it away.
 */
type End = 'moved' | 'foreign' | 'gone';

/** Moves each artifact into the backup folder and back; the bytes are never in two places, nor in none. */
export class MovesShelf implements Shelf {
  /** What lies there is the only one. */
  readonly copies = false;
  readonly #store: ObjectStore;
  readonly #mover: ObjectMover;
  readonly #requests: Requests;

  constructor(store: ObjectStore, mover: ObjectMover, requests: Requests) {
    this.#store = store;
    this.#mover = mover;
    this.#requests = requests;
  }

  async prepare(): Promise<void> {}

  survey(manifest: OperationManifest): Promise<Withdrawal> {
    return surveyFolder(this.#store, manifest);
  }

  async take(
    manifest: OperationManifest,
    standing: Rows<ManifestArtifact>,
    progress: Progress,
  ): Promise<Taken> {
    const taken = new ArtifactMarks(standing);
    const changed: string[] = [];
    let missed = false;
    const move = async (artifact: ManifestArtifact): Promise<void> => {
      const { path, revision } = artifact;
      const end = await this.#move(path, revision, manifest.backup_path + path, artifact);
      if (end === 'foreign') changed.push(path);
      else taken.mark(path);
      missed ||= end === 'gone';
    };
    await this.#requests.each(standing, move, { tell: progress, total: standing.length });
    return { removed: taken.markedPaths(), changed, missed };
  }

  async putBack(
    manifest: OperationManifest,
    artifacts: Rows<ManifestArtifact>,
    progress: Progress,
  ): Promise<void> {
    if (artifacts.length === 0) return;
    const [there, kept] = await Promise.all([
      markListed(this.#store, '', manifest, artifacts, isWhole),
      keptOf(this.#store, manifest),
    ]);
    const hindrances = new Hindrances();
    const back = async (artifact: ManifestArtifact): Promise<void> => {
      const source = kept.find(manifest.backup_path + artifact.path);
      if (source === undefined) {
        if (!there.isMarked(artifact.path)) hindrances.note(NO_BACKUP, artifact.path);
        return;
      }
      const end = await this.#move(source.key, source.revision, artifact.path, artifact);
      if (end !== 'moved') hindrances.note(IN_THE_WAY, artifact.path);
    };
    await hindrances.each(this.#requests, artifacts, back, { tell: progress, total: artifacts.length });
    hindrances.tell();
  }

  async takeAgain(
    manifest: OperationManifest,
    artifacts: Rows<ManifestArtifact>,
    progress: Progress,
  ): Promise<Retracted> {
    const there = await listed(this.#store, versionPrefix(manifest));
    const left: string[] = [];
    const away = async (artifact: ManifestArtifact): Promise<void> => {
      const standing = there.find(artifact.path);
      if (standing === undefined) return;
      const { path } = artifact;
      const end = isWhole(artifact, standing)
        ? await this.#move(path, standing.revision, manifest.backup_path + path, artifact)
        : 'foreign';
      if (end !== 'moved') left.push(path);
    };
    await this.#requests.each(artifacts, away, { tell: progress, total: artifacts.length });
    const taken = new Set([...artifacts].map(({ path }) => path));
    const staying = absentArtifacts(manifest).filter(({ path }) => !taken.has(path));
    if (left.length + staying.length === 0) return { left, lacking: [] };
    await this.#copyStaying(manifest, staying, there);
    return { left, lacking: await damagedIn(this.#store, manifest, absentArtifacts(manifest)) };
  }

  /** What stays where it was put, because somebody else counts on it there, must not be missing in the backup. */
  async #copyStaying(
    { backup_path: backup }: OperationManifest,
    staying: Rows<ManifestArtifact>,
    there: RowIndex<Standing>,
  ): Promise<void> {
    const copy = async (artifact: ManifestArtifact): Promise<void> => {
      const standing = there.find(artifact.path);
      if (standing === undefined || !isWhole(artifact, standing)) return;
      const source = { ...sourceOf(artifact), revision: standing.revision };
      try {
        await this.#requests.send((guard) => this.#store.copy(source, backup + artifact.path, guard));
      } catch (thrown) {
        // A copy of ours from before, or one that is refused: what the backup lacks is looked for.
        if (thrown instanceof SupersededError || isUnanswered(thrown)) throw thrown;
      }
    };
    await this.#requests.each(staying, copy);
  }

  damaged(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>): Promise<readonly string[]> {
    return damagedIn(this.#store, manifest, artifacts);
  }

  async #move(from: string, revision: string, to: string, artifact: ManifestArtifact): Promise<End> {
    try {
      await this.#requests.send(() => this.#mover.move(from, revision, to));
      return 'moved';
    } catch (thrown) {
      if (!(thrown instanceof ConflictError)) throw thrown;
      const [source, target] = await Promise.all([this.#store.head(from), this.#store.head(to)]);
      if (source === undefined && target === undefined) return 'gone';
      return source === undefined && isWhole(artifact, target) ? 'moved' : 'foreign';
    }
  }
}
