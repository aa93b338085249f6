import { failure } from '../../../domain/errors.ts';
import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import type {
  HideAnswer,
  KeyAnswer,
  ObjectStore,
  StoredVersion,
  VersionKeeper,
} from '../../../ports/object-store.ts';
import type { Progress, Withdrawal } from '../../../ports/workspace.ts';
import type { Requests } from '../requests.ts';
import { type Hindrance, Hindrances, IN_THE_WAY, VERSION_GONE } from './put-back-each.ts';
import { chunks, sendBatch } from './removal.ts';
import type { Shelf, Taken } from './shelf.ts';
import { compare, versionPrefix } from './surveys.ts';

/** Versions of one key, newest first. */
type Stack = readonly StoredVersion[];

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
    const stacks = await this.#stacks(manifest);
    const visible = new Map([...stacks].filter(([, stack]) => isVisible(stack)));
    const found = compare(
      manifest,
      visible,
      (artifact, stack) => stack[0]?.version_id === artifact.version_id,
    );
    const covered = manifest.artifacts
      .filter((artifact) => isCovered(artifact, stacks.get(artifact.path) ?? []))
      .map(({ path }) => path);
    if (covered.length === 0) return found;
    return { ...found, removed: found.removed.filter((path) => !covered.includes(path)), covered };
  }

  async uncover(manifest: OperationManifest, keys: readonly string[]): Promise<void> {
    const stacks = await this.#stacks(manifest);
    const markers = keys.flatMap((key) => stacks.get(key)?.slice(0, 1) ?? []).filter(({ marker }) => marker);
    const hindrances = new Hindrances();
    await this.#unhide(markers, hindrances, () => {});
    hindrances.tell();
  }

  /** Where nothing is visible there is nothing to compare: one name tells, and no version has to be listed. */
  async surveyTaken(manifest: OperationManifest): Promise<Withdrawal> {
    for await (const _ of this.#store.list(versionPrefix(manifest), { limit: 1 }))
      return this.survey(manifest);
    return { removed: manifest.artifacts.map(({ path }) => path), changed: [], unknown: [] };
  }

  async take(
    manifest: OperationManifest,
    standing: readonly ManifestArtifact[],
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
    artifacts: readonly ManifestArtifact[],
    progress: Progress,
  ): Promise<void> {
    const stacks = await this.#stacks(manifest);
    const hindrances = new Hindrances();
    const markers = artifacts.flatMap((artifact) => {
      const over = markersOver(artifact, stacks.get(artifact.path) ?? []);
      if (typeof over !== 'function') return over;
      hindrances.note(over, artifact.path);
      return [];
    });
    await this.#unhide(markers, hindrances, progress);
    hindrances.tell();
  }

  async #unhide(markers: Stack, hindrances: Hindrances, progress: Progress): Promise<void> {
    let done = 0;
    const note = (answer: KeyAnswer): void => {
      if (answer.result === 'failed') throw answer.error;
      done += 1;
      progress(done, markers.length);
    };
    // One marker a request and key: the answers go by key.
    for (const round of rounds(markers)) {
      await hindrances.each(this.#requests, chunks(round, this.#keeper.size), (chunk) =>
        sendBatch(this.#requests, chunk, (pending, guard) => this.#keeper.unhide(pending, guard), note),
      );
    }
  }

  async takeAgain(
    manifest: OperationManifest,
    artifacts: readonly ManifestArtifact[],
    progress: Progress,
  ): Promise<readonly string[]> {
    const stacks = await this.#stacks(manifest);
    const visible = artifacts.filter(({ path }) => isVisible(stacks.get(path) ?? []));
    const isOurs = ({ path, version_id }: ManifestArtifact) =>
      stacks.get(path)?.[0]?.version_id === version_id;
    const { changed } = await this.#hide(visible.filter(isOurs), progress);
    return [...visible.filter((artifact) => !isOurs(artifact)).map(({ path }) => path), ...changed];
  }

  async damaged(
    manifest: OperationManifest,
    artifacts: readonly ManifestArtifact[],
  ): Promise<readonly string[]> {
    if (artifacts.length === 0) return [];
    const stacks = await this.#stacks(manifest);
    const isKept = ({ path, version_id }: ManifestArtifact) =>
      stacks.get(path)?.some((version) => !version.marker && version.version_id === version_id) === true;
    return artifacts.filter((artifact) => !isKept(artifact)).map(({ path }) => path);
  }

  async #hide(artifacts: readonly ManifestArtifact[], progress: Progress): Promise<Taken> {
    const taken = { removed: [] as string[], changed: [] as string[] };
    const note = (answer: HideAnswer): void => {
      if (answer.result === 'failed') throw answer.error;
      (answer.result === 'changed' ? taken.changed : taken.removed).push(answer.key);
      progress(taken.removed.length + taken.changed.length, artifacts.length);
    };
    const objects = artifacts.map(({ path, revision }) => ({ key: path, revision }));
    await this.#requests.each(chunks(objects, this.#keeper.size), (chunk) =>
      sendBatch(this.#requests, chunk, (pending, guard) => this.#keeper.hide(pending, guard), note),
    );
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
