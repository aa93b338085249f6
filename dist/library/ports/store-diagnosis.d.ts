/** One thing that `doctor` looked at in a store, in words. */
export interface Finding {
    readonly name: string;
    readonly result: 'ok' | 'warning' | 'failed' | 'skipped';
    readonly detail: string;
    /** What to do about it; empty when nothing is to be done. */
    readonly advice: string;
}
/** A store that can be looked at closely without touching a release. */
export interface DiagnosableStore {
    /** Probes what the store holds to anew (in a place of its own) and looks at its settings; never throws for what it finds. */
    diagnose(): Promise<readonly Finding[]>;
}
