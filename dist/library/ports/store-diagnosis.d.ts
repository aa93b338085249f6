/** One thing that `doctor` looked at in a store, in words. */
export interface Finding {
    readonly name: string;
    readonly result: 'ok' | 'warning' | 'failed' | 'skipped';
    readonly detail: string;
    /** What to do about it; empty when nothing is to be done. */
    readonly advice: string;
}
