import { ReadRetries } from '../remote/read-retries.js';
import { within } from '../remote/time-limit.js';
import { AbsentError, translate } from './errors.js';
import { LONGEST_REQUEST } from './options.js';
/** Sends requests, each within its time, and tells failures in the port's terms. */
export class Caller {
    where;
    timeoutMs;
    #client;
    #retries;
    constructor(parts) {
        this.#client = parts.client;
        this.where = parts.where;
        this.timeoutMs = Math.min(parts.timeoutMs, LONGEST_REQUEST);
        this.#retries = new ReadRetries(parts);
    }
    /** A request that changes something: sent once, whatever comes of it. */
    async change(doing, send) {
        try {
            return await within(this.timeoutMs, (abortSignal) => send(this.#client, { abortSignal }));
        }
        catch (thrown) {
            throw translate(thrown, doing, this.where);
        }
    }
    /** A change that does no harm when it is made twice: sent again while there is no answer, the guard asked before each. */
    repeat(doing, guard, send) {
        return this.#retries.run(async () => {
            await guard();
            return this.change(doing, send);
        });
    }
    /** A request that only reads, with whatever `send` does with its answer: sent again while there is none. */
    ask(doing, send) {
        return this.#retries.run(() => this.change(doing, send));
    }
    /** The same for a key that need not be there. */
    async askIfThere(doing, send) {
        return unlessAbsent(this.ask(doing, send));
    }
    /** Like `ask`, with a part after the answer's beginning that has its own limits of time. */
    async stream(doing, send, take) {
        return this.#retries.run(async () => {
            const answer = await this.change(doing, send);
            try {
                return await take(answer);
            }
            catch (thrown) {
                throw translate(thrown, doing, this.where);
            }
        });
    }
}
export async function unlessAbsent(asked) {
    try {
        return await asked;
    }
    catch (thrown) {
        if (thrown instanceof AbsentError)
            return undefined;
        throw thrown;
    }
}
