import { failure, RollbackError } from '../../../domain/errors.js';
import { isUnanswered } from '../../../ports/object-store.js';
import { named } from '../../named.js';
export const NO_BACKUP = (keys) => `There is no backup of ${keys}`;
export const VERSION_GONE = (keys) => `The pinned version of ${keys} is gone: there is nothing to put back`;
export const IN_THE_WAY = (keys) => `Something else is in the way of ${keys}`;
/** What one object refuses must not keep the others from coming back: noted here, and told when all were tried. */
export class Hindrances {
    #keys = new Map();
    #refusals = [];
    note(why, key) {
        const keys = this.#keys.get(why);
        if (keys === undefined)
            this.#keys.set(why, [key]);
        else
            keys.push(key);
    }
    /** Works on many at once. Throws at once what is no refusal: out of reach, or taken over. */
    each(requests, items, work, how) {
        const attempt = async (item) => {
            try {
                await work(item);
            }
            catch (thrown) {
                if (!(thrown instanceof RollbackError) || isUnanswered(thrown))
                    throw thrown;
                this.#refusals.push(thrown);
            }
        };
        return requests.each(items, attempt, how);
    }
    /** Throws what was noted: a refusal under its own code, else STEP_FAILED. */
    tell() {
        // What a permission keeps away another account may still put back.
        const refusal = this.#refusals.find(({ code }) => code === 'PERMISSION') ?? this.#refusals[0];
        const noted = [...this.#keys].map(([why, keys]) => why(named(keys)));
        const [message, ...details] = [
            ...(refusal === undefined ? [] : [inWords(refusal, this.#refusals)]),
            ...noted,
        ];
        if (message === undefined)
            return;
        const { code = 'STEP_FAILED', advice } = refusal ?? {};
        const told = { cause: refusal, details: [...(refusal?.details ?? []), ...details] };
        throw failure(code, message, advice === undefined ? told : { ...told, advice });
    }
}
const inWords = ({ message }, all) => all.length === 1 ? message : `${message} (and ${all.length - 1} more that could not be put back)`;
