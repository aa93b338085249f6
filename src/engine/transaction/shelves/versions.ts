import { ArtifactMarks } from '../../../domain/artifact-marks.ts';
import { failure } from '../../../domain/errors.ts';
import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import type { Rows } from '../../../domain/rows.ts';
import type {
  HideAnswer,
  KeyAnswer,
  Pinned,
  StoredVersion,
  VersionKeeper,
} from '../../../ports/object-store.ts';
import type { Progress, Withdrawal } from '../../../ports/workspace.ts';
import type { Requests } from '../requests.ts';
import { chunks, pinnedOf, sendBatch } from './removal.ts';
import type { Shelf, Taken } from './shelf.ts';
import { versionPrefix } from './surveys.ts';

/** Versions of one key, newest first. */
type Stack = readonly StoredVersion[];

/** Copies nothing: the store keeps the pinned versions under delete markers, which are taken away again to restore. */
export class VersionsShelf implements Shelf {
  readonly copies = false;
  readonly #keeper: VersionKeeper;
  readonly #requests: Requests;

  constructor(keeper: VersionKeeper, requests: Requests) {
    this.#keeper = keeper;
    this.#requests = requests;
  }

  async prepare(): Promise<void> {}

  async survey(manifest: OperationManifest): Promise<Withdrawal> {
    const prefix = versionPrefix(manifest);
    const found = new ArtifactMarks(manifest.artifacts);
    const changed: string[] = [];
    const unknown: string[] = [];
    let below: string | undefined;
    for await (const { key, marker, version_id } of this.#keeper.list(prefix)) {
      const isTop = key !== below;
      below = key;
      if (!isTop || marker) continue;
      const artifact = found.mark(key);
      if (artifact !== undefined && artifact.version_id !== version_id) changed.push(key);
      if (artifact === undefined && key !== prefix) unknown.push(key);
    }
    return { removed: Array.from(found.unmarked(), ({ path }) => path), changed, unknown };
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
    return this.#hide(standing, progress);
  }

  async putBack(
    manifest: OperationManifest,
    artifacts: Rows<ManifestArtifact>,
    progress: Progress,
  ): Promise<void> {
    const stacks = await this.#stacks(manifest);
    const markers = [...artifacts].flatMap((artifact) =>
      markersOver(artifact, stacks.get(artifact.path) ?? []),
    );
    let done = 0;
    const note = (answer: KeyAnswer): void => {
      if (answer.result === 'failed') throw answer.error;
      done += 1;
      progress(done, markers.length);
    };
    // One marker a request and key: the answers go by key.
    for (const round of rounds(markers)) {
      const unhide = (chunk: readonly StoredVersion[]) =>
        sendBatch(this.#requests, chunk, (pending, guard) => this.#keeper.unhide(pending, guard), note);
      const { size, atOnce } = this.#keeper;
      await this.#requests.each(chunks(round, size), unhide, { atOnce });
    }
  }

  async takeAgain(
    manifest: OperationManifest,
    artifacts: Rows<ManifestArtifact>,
    progress: Progress,
  ): Promise<readonly string[]> {
    const stacks = await this.#stacks(manifest);
    const visible = artifacts.filter(({ path }) => isVisible(stacks.get(path) ?? []));
    const isOurs = ({ path, version_id }: ManifestArtifact) =>
      stacks.get(path)?.[0]?.version_id === version_id;
    const { changed } = await this.#hide(visible.filter(isOurs), progress);
    return [...visible.filter((artifact) => !isOurs(artifact)).map(({ path }) => path), ...changed];
  }

  async damaged(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>): Promise<readonly string[]> {
    if (artifacts.length === 0) return [];
    const stacks = await this.#stacks(manifest);
    const isKept = ({ path, version_id }: ManifestArtifact) =>
      stacks.get(path)?.some((version) => !version.marker && version.version_id === version_id) === true;
    return artifacts.filter((artifact) => !isKept(artifact)).map(({ path }) => path);
  }

  async #hide(artifacts: Rows<ManifestArtifact>, progress: Progress): Promise<Taken> {
    const taken = { removed: [] as string[], changed: [] as string[] };
    const note = (answer: HideAnswer): void => {
      if (answer.result === 'failed') throw answer.error;
      (answer.result === 'changed' ? taken.changed : taken.removed).push(answer.key);
      progress(taken.removed.length + taken.changed.length, artifacts.length);
    };
    const hide = (chunk: readonly Pinned[]) =>
      sendBatch(this.#requests, chunk, (pending, guard) => this.#keeper.hide(pending, guard), note);
    const { size, atOnce } = this.#keeper;
    await this.#requests.each(chunks(pinnedOf(artifacts), size), hide, { atOnce });
    return taken;
  }

  async #stacks(manifest: OperationManifest): Promise<Map<string, Stack>> {
    const stacks = new Map<string, StoredVersion[]>();
    for await (const version of this.#keeper.list(versionPrefix(manifest))) {
      const stack = stacks.get(version.key);
      if (stack === undefined) stacks.set(version.key, [version]);
      else stack.push(version);
    }
    return stacks;
  }
}

const isVisible = ([top]: Stack): boolean => top !== undefined && !top.marker;

/** The markers that lie over the pinned version; throws STEP_FAILED when it is gone or under something else. */
function markersOver({ path, version_id: pinned }: ManifestArtifact, stack: Stack): StoredVersion[] {
  const at = stack.findIndex((version) => !version.marker && version.version_id === pinned);
  if (at === -1)
    throw failure('STEP_FAILED', `The pinned version of ${path} is gone: there is nothing to put back`);
  const above = stack.slice(0, at);
  if (above.length > 0 && above.some((version) => !version.marker)) {
    throw failure('STEP_FAILED', `Something else is in the way of ${path}`);
  }
  return above;
}

/** Splits so that no key comes twice in one round. */
function rounds<T extends { readonly key: string }>(items: readonly T[]): readonly (readonly T[])[] {
  const result: T[][] = [];
  const seen = new Map<string, number>();
  for (const item of items) {
    const round = seen.get(item.key) ?? 0;
    seen.set(item.key, round + 1);
    const there = result[round];
    if (there === undefined) result.push([item]);
    else there.push(item);
  }
  return result;
}
