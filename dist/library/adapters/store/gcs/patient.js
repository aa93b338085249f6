import { UnansweredError } from '../../../ports/object-store.js';
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
                await clock.sleep(thrown.retryAfterMs ?? 1000);
            }
        }
    };
    const { mover } = store;
    return {
        put: (key, body, when) => sent(() => store.put(key, body, when)),
        copy: (source, to, guard) => sent(() => store.copy(source, to, guard)),
        remove: (key, revision) => sent(() => store.remove(key, revision)),
        list: (prefix, options) => store.list(prefix, options),
        ...(mover === undefined
            ? {}
            : { mover: { move: (from, revision, to) => sent(() => mover.move(from, revision, to)) } }),
    };
}
