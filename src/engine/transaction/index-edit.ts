import { failure, knownOf, RollbackError } from '../../domain/errors.ts';
import {
  type IndexDocument,
  isOurIndexMarkdown,
  parseIndex,
  renderIndexMarkdown,
} from '../../domain/index/mod.ts';
import { INDEX_MARKDOWN_KEY } from '../../domain/keys.ts';
import { sha256Hex } from '../../domain/log-record.ts';
import type { Clock } from '../../ports/clock.ts';
import { ConflictError, isUnanswered, mayHaveLanded, type ObjectStore } from '../../ports/object-store.ts';
import { SupersededError, type Workspace } from '../../ports/workspace.ts';
import { type IndexReading, readIndex, type UsableIndex } from '../publication.ts';
import type { Requests } from './requests.ts';

export interface IndexEditParts {
  readonly store: ObjectStore;
  readonly clock: Clock;
  readonly workspace: Workspace;
  readonly lockTimeoutMs: number;
  readonly requests: Requests;
  /** What was read before; the first attempt begins with it and is refused if the index was changed since. */
  readonly known?: UsableIndex | undefined;
  /** Renders index.md also when index.json needs no change: a dead run may have died between the two. */
  readonly rendersAgain: boolean;
  readonly warn: (message: string) => void;
}

export interface IndexEditResult {
  /** Bytes before and after; the same when nothing was to be changed. Undefined when there is no index. */
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array | undefined;
}

/** Returns the new bytes, or undefined when the document is as it should be already. */
export type IndexChange = (doc: IndexDocument, now: Date) => Uint8Array | undefined;

const ATTEMPTS = 50;

/**
 * Edits index.json on condition that it is what was read; on a conflict it reads again and redoes the edit. Then
 * renders index.md, whose failure is a warning. Throws INDEX_WRITE, or UNREACHABLE when the outcome is unknown.
 */
export async function editIndex(parts: IndexEditParts, change: IndexChange): Promise<IndexEditResult> {
  await translated(() => parts.workspace.lockIndex(parts.lockTimeoutMs));
  try {
    const result = await translated(() => replaceUntilDone(parts, change));
    const changed = result.after !== result.before || parts.rendersAgain;
    if (result.after !== undefined && changed) await renderMarkdown(parts, result.after);
    return result;
  } finally {
    await parts.workspace.unlockIndex().catch((thrown: unknown) => {
      if (thrown instanceof SupersededError) throw thrown;
      parts.warn(`index.json.lock could not be removed: ${text(thrown)}`);
    });
  }
}

/** What earlier attempts of one edit left behind. */
interface Attempts {
  unanswered: number;
  /** An unanswered one may still land: as long as the index is what it was. */
  pending: boolean;
  /** The bytes before the first unanswered one, which may have been the one that edited. */
  before: Uint8Array | undefined;
}

async function replaceUntilDone(parts: IndexEditParts, change: IndexChange): Promise<IndexEditResult> {
  const attempts: Attempts = { unanswered: 0, pending: false, before: undefined };
  try {
    for (let reading: IndexReading | undefined = parts.known, round = 0; round < ATTEMPTS; round += 1) {
      reading ??= await readIndex(parts.store, parts.clock);
      const result = await replaceOnce(parts, change, reading, attempts);
      if (result !== undefined) return result;
      reading = undefined;
    }
  } catch (thrown) {
    if (attempts.pending) parts.requests.unresolved();
    throw thrown;
  }
  throw failure('INDEX_WRITE', `index.json was changed by others ${ATTEMPTS} times in a row`);
}

/** Undefined when the index has to be read again: somebody changed it, or no answer came. */
async function replaceOnce(
  parts: IndexEditParts,
  change: IndexChange,
  reading: IndexReading,
  attempts: Attempts,
): Promise<IndexEditResult | undefined> {
  const { clock, workspace, requests } = parts;
  if (reading.state === 'missing') return { before: undefined, after: undefined };
  if (reading.state === 'broken')
    throw failure('INDEX_WRITE', `index.json is not a usable index: ${reading.reason}`);
  const before = reading.object.body;
  const after = change(reading.doc, new Date(clock.now()));
  // Nothing left to do: done before, or by our own request whose reply was lost.
  if (after === undefined) return { before: attempts.before ?? before, after: before };
  try {
    await workspace.replace(reading.object, after);
    return { before, after };
  } catch (thrown) {
    if (thrown instanceof ConflictError) {
      attempts.pending = false;
      return undefined;
    }
    attempts.pending ||= mayHaveLanded(thrown);
    noteBlind(parts, thrown);
    attempts.unanswered += 1;
    if (!isUnanswered(thrown) || attempts.unanswered > requests.retries) throw thrown;
    attempts.before ??= before;
    await requests.pause(attempts.unanswered, thrown);
    return undefined;
  }
}

/** Where no condition holds it back, an unanswered put may land after the one that succeeds: it is waited for. */
function noteBlind({ store, requests }: IndexEditParts, thrown: unknown): void {
  if (store.replacesBlindly === true && mayHaveLanded(thrown)) requests.unresolved();
}

async function renderMarkdown(parts: IndexEditParts, index: Uint8Array): Promise<void> {
  const { requests } = parts;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await renderOnce(parts, index);
    } catch (thrown) {
      if (thrown instanceof SupersededError) throw thrown;
      noteBlind(parts, thrown);
      if (isUnanswered(thrown) && attempt <= requests.retries) {
        await requests.pause(attempt, thrown);
        continue;
      }
      if (mayHaveLanded(thrown)) requests.unresolved();
      return parts.warn(`index.md could not be rendered again: ${text(thrown)}`);
    }
  }
}

/** Reads anew each time: it may stand there already, by an attempt whose reply was lost. */
async function renderOnce({ store, workspace }: IndexEditParts, index: Uint8Array): Promise<void> {
  const current = await store.read(INDEX_MARKDOWN_KEY);
  if (current === undefined || !isOurIndexMarkdown(new TextDecoder().decode(current.body))) return;
  const markdown = new TextEncoder().encode(renderIndexMarkdown(parseIndex(index)));
  if (sha256Hex(markdown) !== sha256Hex(current.body)) await workspace.replace(current, markdown);
}

/** What refuses the index is 44, whatever it was; unknown outcomes and takeovers keep their names. */
async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof SupersededError || isUnanswered(thrown)) throw thrown;
    const named = ['INDEX_WRITE', 'SUPERSEDED'];
    if (thrown instanceof RollbackError && named.includes(thrown.code)) throw thrown;
    const known = thrown instanceof RollbackError ? knownOf(thrown) : { cause: thrown };
    throw failure('INDEX_WRITE', `index.json could not be written: ${text(thrown)}`, known);
  }
}

const text = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
