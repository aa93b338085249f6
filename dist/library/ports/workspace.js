/** Of a request that belongs to no operation: a probe's, for one. */
export const UNGUARDED = async () => { };
/** Another holder took the operation over: stop at once, touch nothing. */
export class SupersededError extends Error {
    constructor(message = 'another run took this operation over') {
        super(message);
        this.name = 'SupersededError';
    }
}
