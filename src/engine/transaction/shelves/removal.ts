import type { ManifestArtifact } from '../../../domain/manifest.ts';
import {
  ConflictError,
  isUnanswered,
  type KeyAnswer,
  mayHaveLanded,
  type ObjectStore,
  type Pinned,
} from '../../../ports/object-store.ts';
import type { Guard, Progress } from '../../../ports/workspace.ts';
import type { Requests } from '../requests.ts';

export interface Removing {
  readonly tell?: Progress | undefined;
  /** Hears of each key that is gone. */
  readonly gone?: ((key: string) => unknown) | undefined;
}

/**
 * Removes each key that still is at its revision, in batches where the store has them; every answer is read. The keys that
 * somebody else changed, which stay.
 */
export async function removeAll(
  store: ObjectStore,
  requests: Requests,
  objects: Counted<Pinned>,
  { tell, gone }: Removing = {},
): Promise<readonly string[]> {
  const changed: string[] = [];
  let answers = 0;
  const { batch } = store;
  const note = (answer: KeyAnswer): void => {
    if (answer.result === 'failed') throw answer.error;
    if (answer.result === 'gone') gone?.(answer.key);
    else changed.push(answer.key);
    answers += 1;
    tell?.(answers, objects.length);
  };
  if (batch === undefined) {
    await requests.each(objects, async (object) => note(await removeOne(store, requests, object)));
  } else {
    const ask = (pending: readonly Pinned[], guard: Guard) => batch.remove(pending, guard);
    const work = (chunk: readonly Pinned[]) => sendBatch(requests, chunk, ask, note);
    await requests.each(chunks(objects, batch.size), work, { atOnce: batch.atOnce });
  }
  return changed;
}

/** How many they are is known before they are gone through. */
export type Counted<T> = Iterable<T> & { readonly length: number };

/** As they are needed: all of them at once would be as many objects as artifacts. */
export const pinnedOf = (artifacts: Counted<ManifestArtifact>): Counted<Pinned> => ({
  length: artifacts.length,
  *[Symbol.iterator]() {
    for (const { path, revision } of artifacts) yield { key: path, revision };
  },
});

async function removeOne(
  store: ObjectStore,
  requests: Requests,
  { key, revision }: Pinned,
): Promise<KeyAnswer> {
  try {
    await requests.send((guard) => store.remove(key, revision, guard));
    return { key, result: 'gone' };
  } catch (thrown) {
    // Somebody wrote it meanwhile: it stays.
    if (thrown instanceof ConflictError) return { key, result: 'changed' };
    throw thrown;
  }
}

interface Answer {
  readonly key: string;
  readonly result: string;
}

/** One batch; keys without an answer are asked for again, a refusal is told after all the others are noted. */
export async function sendBatch<Item extends { key: string }, A extends Answer>(
  requests: Requests,
  items: readonly Item[],
  ask: (pending: readonly Item[], guard: Guard) => Promise<readonly A[]>,
  note: (answer: A) => void,
): Promise<void> {
  let pending = items;
  let refused: unknown;
  await requests.send(async (guard) => {
    const open = new Set<string>();
    let unanswered: unknown;
    for (const answer of await ask(pending, guard)) {
      try {
        note(answer);
      } catch (thrown) {
        if (!isUnanswered(thrown)) refused ??= thrown;
        else {
          // One that may have landed counts for all: the fence depends on it.
          if (unanswered === undefined || !mayHaveLanded(unanswered)) unanswered = thrown;
          open.add(answer.key);
        }
      }
    }
    pending = pending.filter(({ key }) => open.has(key));
    if (unanswered !== undefined) throw unanswered;
  });
  if (refused !== undefined) throw refused;
}

export function* chunks<T>(items: Iterable<T>, size: number): Iterable<readonly T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
