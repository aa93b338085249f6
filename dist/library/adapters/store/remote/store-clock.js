/** A clock that falls back by more than this has been set; less is the second that a `Date` header is rounded to. */
const SET_BACK = 5000;
/** Further off than this, times in log and evidence mislead people; what decides for us is the store's clock alone. */
export const MOST_SKEW = 60_000;
/** The store's clock, as its answers tell it by `Date` headers, carried on by our monotonic clock between them. */
export class StoreClock {
    #clock;
    /** The store's time minus our monotonic clock. */
    #offset;
    /** The store's time minus our wall clock at the last answer. */
    #skew;
    constructor(clock) {
        this.#clock = clock;
    }
    /** Takes note of a `Date` header of an answer that just came. */
    observe(date) {
        const told = date === undefined ? Number.NaN : Date.parse(date);
        if (Number.isNaN(told))
            return;
        const offset = told - this.#clock.monotonic();
        this.#skew = told - this.#clock.now();
        // Headers are rounded down and take their time to come: the latest estimate is the best one.
        if (this.#offset === undefined || offset > this.#offset || this.#offset - offset > SET_BACK) {
            this.#offset = offset;
        }
    }
    /** Milliseconds since the epoch; `ask` makes the store answer anything when it has not yet. */
    async now(ask) {
        if (this.#offset === undefined)
            await ask();
        // A store without `Date` headers can't be asked: ours is as good a clock as any.
        return Math.round(this.#offset === undefined ? this.#clock.now() : this.#clock.monotonic() + this.#offset);
    }
    /** How far the store's clock is ahead of ours, milliseconds, as far as seconds tell; undefined before any answer. */
    get skew() {
        return this.#skew;
    }
    /** For preflight: what a person should know of this machine's clock, in words; mostly nothing. */
    warnings() {
        const skew = this.#skew ?? 0;
        if (Math.abs(skew) <= MOST_SKEW)
            return [];
        const [seconds, way] = [Math.round(Math.abs(skew) / 1000), skew > 0 ? 'behind' : 'ahead of'];
        return [
            `This machine's clock is ${seconds} s ${way} the store's: times in the log and in the evidence are off by that`,
        ];
    }
}
