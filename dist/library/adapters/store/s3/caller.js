import { LOG } from '../../../domain/keys.js';
import { UNGUARDED } from '../../../ports/workspace.js';
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
    #turns;
    constructor(parts) {
        this.#client = parts.client;
        this.where = parts.where;
        this.timeoutMs = Math.min(parts.timeoutMs, LONGEST_REQUEST);
        this.#retries = new ReadRetries(parts);
        this.#turns = parts.turns;
    }
    /**
     * A request that changes something: sent once, whatever comes of it. When its turn has come, `guard` is asked, and only
     * then its time begins.
     */
    change(doing, send, guard = UNGUARDED) {
        const request = async () => {
            await guard();
            try {
                return await within(this.timeoutMs, (abortSignal) => send(this.#client, { abortSignal }));
            }
            catch (thrown) {
                throw translate(thrown, doing, this.where);
            }
        };
        // A guard may have to say in the log that we live: that must not wait for those who wait for the guard.
        return doing.key?.startsWith(LOG) === true ? request() : this.#turns(request);
    }
    /** A change that does no harm when it is made twice: sent again while there is no answer, the guard asked before each. */
    repeat(doing, guard, send) {
        return this.#retries.run(() => this.change(doing, send, guard));
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
