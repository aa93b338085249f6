import { ConflictError, isUnanswered, mayHaveLanded, } from '../../../ports/object-store.js';
/**
 * Removes each key that still is at its revision, in batches where the store has them; every answer is read. The keys that
 * somebody else changed, which stay.
 */
export async function removeAll(store, requests, objects, { tell, gone } = {}) {
    const changed = [];
    let answers = 0;
    const { batch } = store;
    const note = (answer) => {
        if (answer.result === 'failed')
            throw answer.error;
        if (answer.result === 'gone')
            gone?.(answer.key);
        else
            changed.push(answer.key);
        answers += 1;
        tell?.(answers, objects.length);
    };
    if (batch === undefined) {
        await requests.each(objects, async (object) => note(await removeOne(store, requests, object)));
    }
    else {
        const ask = (pending, guard) => batch.remove(pending, guard);
        const work = (chunk) => sendBatch(requests, chunk, ask, note);
        await requests.each(chunks(objects, batch.size), work, { atOnce: batch.atOnce });
    }
    return changed;
}
/** As they are needed: all of them at once would be as many objects as artifacts. */
export const pinnedOf = (artifacts) => ({
    length: artifacts.length,
    *[Symbol.iterator]() {
        for (const { path, revision } of artifacts)
            yield { key: path, revision };
    },
});
async function removeOne(store, requests, { key, revision }) {
    try {
        await requests.send((guard) => store.remove(key, revision, guard));
        return { key, result: 'gone' };
    }
    catch (thrown) {
        // Somebody wrote it meanwhile: it stays.
        if (thrown instanceof ConflictError)
            return { key, result: 'changed' };
        throw thrown;
    }
}
/** One batch; keys without an answer are asked for again, a refusal is told after all the others are noted. */
export async function sendBatch(requests, items, ask, note) {
    let pending = items;
    let refused;
    await requests.send(async (guard) => {
        const open = new Set();
        let unanswered;
        for (const answer of await ask(pending, guard)) {
            try {
                note(answer);
            }
            catch (thrown) {
                if (!isUnanswered(thrown))
                    refused ??= thrown;
                else {
                    // One that may have landed counts for all: the fence depends on it.
                    if (unanswered === undefined || !mayHaveLanded(unanswered))
                        unanswered = thrown;
                    open.add(answer.key);
                }
            }
        }
        pending = pending.filter(({ key }) => open.has(key));
        if (unanswered !== undefined)
            throw unanswered;
    });
    if (refused !== undefined)
        throw refused;
}
export function* chunks(items, size) {
    let chunk = [];
    for (const item of items) {
        chunk.push(item);
        if (chunk.length < size)
            continue;
        yield chunk;
        chunk = [];
    }
    if (chunk.length > 0)
        yield chunk;
}
