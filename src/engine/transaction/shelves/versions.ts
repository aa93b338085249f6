import { ArtifactMarks } from '../../../domain/artifact-marks.ts';
import { failure } from '../../../domain/errors.ts';
import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import { PackedRows, type Rows, view } from '../../../domain/rows.ts';
import type {
  HideAnswer,
  KeyAnswer,
  ObjectStore,
  Pinned,
  StoredVersion,
  VersionKeeper,
} from '../../../ports/object-store.ts';
import type { Progress, Retracted, Withdrawal } from '../../../ports/workspace.ts';
import type { Requests } from '../requests.ts';
import { type Hindrance, Hindrances, IN_THE_WAY, VERSION_GONE } from './put-back-each.ts';
import { type Counted, chunks, pinnedOf, type Removing, sendBatch } from './removal.ts';
import type { Shelf, Taken } from './shelf.ts';
import { versionPrefix } from './surveys.ts';

/** Versions and markers in an answer, at most (ListObjectVersions). */
const ONE_LISTING = 1000;

/** Versions of one key, newest first. */
type Stack = readonly StoredVersion[];

type Marker = Pick<StoredVersion, 'key' | 'version_id'>;

/** Copies nothing: the store keeps the pinned versions under delete markers, which are taken away again to restore. */
export class VersionsShelf implements Shelf {
  readonly copies = false;
  readonly #store: ObjectStore;
  readonly #keeper: VersionKeeper;
  readonly #requests: Requests;

  constructor(store: ObjectStore, keeper: VersionKeeper, requests: Requests) {
    this.#store = store;
    this.#keeper = keeper;
    this.#requests = requests;
  }

  async prepare(): Promise<void> {}

  async survey(manifest: OperationManifest): Promise<Withdrawal> {
    const prefix = versionPrefix(manifest);
    const found = new ArtifactMarks(manifest.artifacts);
    const changed: string[] = [];
    const unknown: string[] = [];
    const covered = new Set<string>();
    for await (const [key, stack] of this.#eachStack(prefix)) {
      const pinned = found.find(key);
      if (!isVisible(stack)) {
        if (pinned !== undefined && isCovered(pinned, stack)) covered.add(key);
        continue;
      }
      const artifact = found.mark(key);
      if (artifact !== undefined && artifact.version_id !== stack[0]?.version_id) changed.push(key);
      if (artifact === undefined && key !== prefix) unknown.push(key);
    }
    const removed = found.markAll(covered).unmarkedPaths();
    return { removed, changed, unknown, ...(covered.size === 0 ? {} : { covered: [...covered] }) };
  }

  async uncover(manifest: OperationManifest, keys: readonly string[]): Promise<void> {
    const wanted = new Set(keys);
    const markers: StoredVersion[] = [];
    for await (const [key, [top]] of this.#eachStack(versionPrefix(manifest)))
      if (wanted.has(key) && top?.marker === true) markers.push(top);
    const hindrances = new Hindrances();
    await this.#unhide([markers], hindrances, () => {});
    hindrances.tell();
  }

  /**
   * Where nothing is visible one name tells, and no version has to be listed. What was written again before it was hidden
   * does not show there: so where one request lists all versions and markers, they are looked at all the same.
   */
  async surveyTaken(manifest: OperationManifest): Promise<Withdrawal> {
    if (2 * manifest.artifacts.length <= ONE_LISTING) return this.survey(manifest);
    for await (const _ of this.#store.list(versionPrefix(manifest), { limit: 1 }))
      return this.survey(manifest);
    return { removed: view(manifest.artifacts, ({ path }) => path), changed: [], unknown: [] };
  }

  async take(
    manifest: OperationManifest,
    standing: Rows<ManifestArtifact>,
    progress: Progress,
  ): Promise<Taken> {
    if (!(await this.#keeper.keeps())) {
      throw failure(
        'STEP_FAILED',
        `The bucket does not keep versions any more, on which the backup of ${manifest.version} rests`,
      );
    }
    const taken = new ArtifactMarks(standing);
    const changed = await this.#hide(standing, { tell: progress, gone: (path) => taken.mark(path) });
    return { removed: taken.markedPaths(), changed };
  }

  async putBack(
    manifest: OperationManifest,
    artifacts: Rows<ManifestArtifact>,
    progress: Progress,
  ): Promise<void> {
    const hindrances = new Hindrances();
    const underOthers = new ArtifactMarks(artifacts);
    const kept = new ArtifactMarks(artifacts);
    const rounds: PackedRows<Marker>[] = [];
    for await (const [key, stack] of this.#eachStack(versionPrefix(manifest))) {
      const artifact = kept.find(key);
      const over = artifact === undefined ? VERSION_GONE : markersOver(artifact, stack);
      if (over === IN_THE_WAY) underOthers.mark(key);
      if (typeof over === 'function') continue;
      kept.mark(key);
      for (const [round, { version_id }] of over.entries()) {
        rounds[round] ??= new PackedRows();
        rounds[round].push({ key, version_id });
      }
    }
    for (const { path } of kept.unmarked())
      hindrances.note(underOthers.isMarked(path) ? IN_THE_WAY : VERSION_GONE, path);
    await this.#unhide(rounds, hindrances, progress);
    hindrances.tell();
  }

  /** One marker a request and key, for the answers go by key: in no round is a key twice. */
  async #unhide(
    rounds: readonly Counted<Marker>[],
    hindrances: Hindrances,
    progress: Progress,
  ): Promise<void> {
    const total = rounds.reduce((sum, { length }) => sum + length, 0);
    let done = 0;
    const note = (answer: KeyAnswer): void => {
      if (answer.result === 'failed') throw answer.error;
      done += 1;
      progress(done, total);
    };
    for (const round of rounds) {
      const unhide = (chunk: readonly Marker[]) =>
        sendBatch(this.#requests, chunk, (pending, guard) => this.#keeper.unhide(pending, guard), note);
      const { size, atOnce } = this.#keeper;
      await hindrances.each(this.#requests, chunks(round, size), unhide, { atOnce });
    }
  }

  async takeAgain(
    manifest: OperationManifest,
    artifacts: Rows<ManifestArtifact>,
    progress: Progress,
  ): Promise<Retracted> {
    const ours = new ArtifactMarks(artifacts);
    const left: string[] = [];
    for await (const [key, stack] of this.#eachStack(versionPrefix(manifest))) {
      const artifact = isVisible(stack) ? ours.find(key) : undefined;
      if (artifact === undefined) continue;
      if (stack[0]?.version_id === artifact.version_id) ours.mark(key);
      else left.push(key);
    }
    const changed = await this.#hide(ours.markedRows(), { tell: progress });
    return { left: [...left, ...changed], lacking: [] };
  }

  async damaged(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>): Promise<readonly string[]> {
    if (artifacts.length === 0) return [];
    const kept = new ArtifactMarks(artifacts);
    for await (const { key, version_id, marker } of this.#keeper.list(versionPrefix(manifest)))
      if (!marker && kept.find(key)?.version_id === version_id) kept.mark(key);
    return Array.from(kept.unmarked(), ({ path }) => path);
  }

  /** The keys that somebody else changed, which stay visible. */
  async #hide(artifacts: Rows<ManifestArtifact>, { tell, gone }: Removing): Promise<readonly string[]> {
    const changed: string[] = [];
    let answers = 0;
    const note = (answer: HideAnswer): void => {
      if (answer.result === 'failed') throw answer.error;
      if (answer.result === 'changed') changed.push(answer.key);
      else gone?.(answer.key);
      answers += 1;
      tell?.(answers, artifacts.length);
    };
    const hide = (chunk: readonly Pinned[]) =>
      sendBatch(this.#requests, chunk, (pending, guard) => this.#keeper.hide(pending, guard), note);
    const { size, atOnce } = this.#keeper;
    await this.#requests.each(chunks(pinnedOf(artifacts), size), hide, { atOnce });
    return changed;
  }

  /** As the pages come: all versions of a key stand together. */
  async *#eachStack(prefix: string): AsyncGenerator<readonly [string, Stack]> {
    let stack: StoredVersion[] = [];
    for await (const version of this.#keeper.list(prefix)) {
      const [top] = stack;
      if (top !== undefined && top.key !== version.key) {
        yield [top.key, stack];
        stack = [];
      }
      stack.push(version);
    }
    const [top] = stack;
    if (top !== undefined) yield [top.key, stack];
  }
}

const isVisible = ([top]: Stack): boolean => top !== undefined && !top.marker;

/**
 * The markers that lie over the pinned version, or why it can't come back: it is gone, or under something else. The same
 * bytes uploaded over it are as good: then what hides those.
 */
function markersOver({ version_id: pinned }: ManifestArtifact, stack: Stack): Stack | Hindrance {
  const at = stack.findIndex((version) => !version.marker && version.version_id === pinned);
  if (at === -1) return VERSION_GONE;
  const above = stack.slice(0, at);
  const others = above.filter(({ marker }) => !marker);
  if (others.length === 0) return above;
  const same = others.every(
    ({ revision, size }) => revision === stack[at]?.revision && size === stack[at]?.size,
  );
  return same
    ? above.slice(
        0,
        above.findIndex(({ marker }) => !marker),
      )
    : IN_THE_WAY;
}

/** Hidden, and written again before it was: another version lies directly over the pinned one. */
function isCovered({ version_id: pinned }: ManifestArtifact, stack: Stack): boolean {
  const at = stack.findIndex((version) => !version.marker && version.version_id === pinned);
  return stack[0]?.marker === true && stack[at - 1]?.marker === false;
}
