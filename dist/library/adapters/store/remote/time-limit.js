/** No answer in time; whether the request had its effect is not known. */
export class TimedOut extends Error {
    constructor(milliseconds) {
        super(`no answer within ${milliseconds / 1000} seconds`);
        this.name = 'TimedOut';
    }
}
/**
 * One request, given up when its whole answer has not come in time: it then rejects with TimedOut, also when the
 * request does not heed the signal. The machine's own timer: how long a socket is silent no other clock can tell.
 */
export async function within(milliseconds, request) {
    const controller = new AbortController();
    const late = new TimedOut(milliseconds);
    let timer;
    const limit = new Promise((_, reject) => {
        timer = setTimeout(() => {
            reject(late);
            controller.abort(late);
        }, milliseconds);
    });
    try {
        return await Promise.race([request(controller.signal), limit]);
    }
    finally {
        clearTimeout(timer);
    }
}
/**
 * Hands on every chunk of a body, however long all of it takes; TimedOut when nothing comes for `milliseconds`.
 * `stop` ends the transfer.
 */
export async function eachChunk(body, milliseconds, take, stop) {
    const chunks = body[Symbol.asyncIterator]();
    try {
        for (;;) {
            const next = await within(milliseconds, () => chunks.next());
            if (next.done === true)
                return;
            take(next.value);
        }
    }
    catch (thrown) {
        stop(thrown instanceof Error ? thrown : new Error(String(thrown)));
        throw thrown;
    }
}
