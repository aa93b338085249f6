import { failure, knownOf, RollbackError } from '../../domain/errors.js';
import { isOurIndexMarkdown, parseIndex, renderIndexMarkdown, } from '../../domain/index/mod.js';
import { INDEX_MARKDOWN_KEY } from '../../domain/keys.js';
import { sha256Hex } from '../../domain/log-record.js';
import { ConflictError, isUnanswered, mayHaveLanded } from '../../ports/object-store.js';
import { SupersededError } from '../../ports/workspace.js';
import { readIndex } from '../publication.js';
const ATTEMPTS = 50;
/**
 * Edits index.json on condition that it is what was read; on a conflict it reads again and redoes the edit. Then
 * renders index.md, whose failure is a warning. Throws INDEX_WRITE, or UNREACHABLE when the outcome is unknown.
 */
export async function editIndex(parts, change) {
    await translated(() => parts.workspace.lockIndex(parts.lockTimeoutMs));
    try {
        const result = await translated(() => replaceUntilDone(parts, change));
        const changed = result.after !== result.before || parts.rendersAgain;
        if (result.after !== undefined && changed)
            await renderMarkdown(parts, result.after);
        return result;
    }
    finally {
        await parts.workspace.unlockIndex().catch((thrown) => {
            if (thrown instanceof SupersededError)
                throw thrown;
            parts.warn(`index.json.lock could not be removed: ${text(thrown)}`);
        });
    }
}
async function replaceUntilDone(parts, change) {
    const attempts = { unanswered: 0, pending: false, before: undefined };
    try {
        for (let reading = parts.known, round = 0; round < ATTEMPTS; round += 1) {
            reading ??= await readIndex(parts.store, parts.clock);
            const result = await replaceOnce(parts, change, reading, attempts);
            if (result !== undefined)
                return result;
            reading = undefined;
        }
    }
    catch (thrown) {
        if (attempts.pending)
            parts.requests.unresolved();
        throw thrown;
    }
    throw failure('INDEX_WRITE', `index.json was changed by others ${ATTEMPTS} times in a row`);
}
/** Undefined when the index has to be read again: somebody changed it, or no answer came. */
async function replaceOnce(parts, change, reading, attempts) {
    const { clock, workspace, requests } = parts;
    if (reading.state === 'missing')
        return { before: undefined, after: undefined };
    if (reading.state === 'broken')
        throw failure('INDEX_WRITE', `index.json is not a usable index: ${reading.reason}`);
    const before = reading.object.body;
    const after = change(reading.doc, new Date(clock.now()));
    // Nothing left to do: done before, or by our own request whose reply was lost.
    if (after === undefined)
        return { before: attempts.before ?? before, after: before };
    try {
        await workspace.replace(reading.object, after);
        return { before, after };
    }
    catch (thrown) {
        if (thrown instanceof ConflictError) {
            attempts.pending = false;
            return undefined;
        }
        attempts.pending ||= mayHaveLanded(thrown);
        noteBlind(parts, thrown);
        attempts.unanswered += 1;
        if (!isUnanswered(thrown) || attempts.unanswered > requests.retries)
            throw thrown;
        attempts.before ??= before;
        await requests.pause(attempts.unanswered, thrown);
        return undefined;
    }
}
/** Where no condition holds it back, an unanswered put may land after the one that succeeds: it is waited for. */
function noteBlind({ store, requests }, thrown) {
    if (store.replacesBlindly === true && mayHaveLanded(thrown))
        requests.unresolved();
}
async function renderMarkdown(parts, index) {
    const { requests } = parts;
    for (let attempt = 1;; attempt += 1) {
        try {
            return await renderOnce(parts, index);
        }
        catch (thrown) {
            if (thrown instanceof SupersededError)
                throw thrown;
            noteBlind(parts, thrown);
            if (isUnanswered(thrown) && attempt <= requests.retries) {
                await requests.pause(attempt, thrown);
                continue;
            }
            if (mayHaveLanded(thrown))
                requests.unresolved();
            return parts.warn(`index.md could not be rendered again: ${text(thrown)}`);
        }
    }
}
/** Reads anew each time: it may stand there already, by an attempt whose reply was lost. */
async function renderOnce({ store, workspace }, index) {
    const current = await store.read(INDEX_MARKDOWN_KEY);
    if (current === undefined || !isOurIndexMarkdown(new TextDecoder().decode(current.body)))
        return;
    const markdown = new TextEncoder().encode(renderIndexMarkdown(parseIndex(index)));
    if (sha256Hex(markdown) !== sha256Hex(current.body))
        await workspace.replace(current, markdown);
}
/** What refuses the index is 44, whatever it was; unknown outcomes and takeovers keep their names. */
async function translated(work) {
    try {
        return await work();
    }
    catch (thrown) {
        if (thrown instanceof SupersededError || isUnanswered(thrown))
            throw thrown;
        const named = ['INDEX_WRITE', 'SUPERSEDED'];
        if (thrown instanceof RollbackError && named.includes(thrown.code))
            throw thrown;
        const known = thrown instanceof RollbackError ? knownOf(thrown) : { cause: thrown };
        throw failure('INDEX_WRITE', `index.json could not be written: ${text(thrown)}`, known);
    }
}
const text = (thrown) => (thrown instanceof Error ? thrown.message : String(thrown));
