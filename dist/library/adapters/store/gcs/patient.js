import { askedWait, UnansweredError, } from '../../../ports/object-store.js';
/** At most so often one object may be changed, milliseconds. */
const ONCE_A_SECOND = 1000;
/**
 * The same store for the probe, which changes one object several times: one that is turned away (once a second, per
 * object) had no effect, and is sent again after the wait that was asked for.
 */
export function patient(store, clock, retries) {
    const sent = async (request) => {
        for (let attempt = 1;; attempt += 1) {
            try {
                return await request();
            }
            catch (thrown) {
                const away = thrown instanceof UnansweredError && thrown.landed === 'no';
                if (!away || attempt > retries)
                    throw thrown;
                await clock.sleep(Math.max(ONCE_A_SECOND, askedWait(thrown)));
            }
        }
    };
    const { mover, batch } = store;
    return {
        put: (key, body, when) => sent(() => store.put(key, body, when)),
        copy: (source, to, guard) => sent(() => store.copy(source, to, guard)),
        remove: (key, revision) => sent(() => store.remove(key, revision)),
        list: (prefix, options) => store.list(prefix, options),
        ...(batch === undefined
            ? {}
            : { batch: { size: batch.size, remove: (objects) => removeAll(batch, objects, sent) } }),
        ...(mover === undefined
            ? {}
            : { mover: { move: (from, revision, to) => sent(() => mover.move(from, revision, to)) } }),
    };
}
/** Each key that was turned away alone is asked for again, until all have another answer. */
async function removeAll(batch, objects, sent) {
    const answers = new Map();
    await sent(async () => {
        const open = objects.filter(({ key }) => awayOf(answers.get(key)) !== undefined || !answers.has(key));
        for (const answer of await batch.remove(open))
            answers.set(answer.key, answer);
        for (const answer of answers.values()) {
            const away = awayOf(answer);
            if (away !== undefined)
                throw away;
        }
    });
    return [...answers.values()];
}
function awayOf(answer) {
    if (answer?.result !== 'failed')
        return undefined;
    const { error } = answer;
    return error instanceof UnansweredError && error.landed === 'no' ? error : undefined;
}
