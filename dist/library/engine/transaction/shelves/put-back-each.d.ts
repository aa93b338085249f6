import type { Many, Requests } from '../requests.ts';
/** Why artifacts can't come back, in words; `keys` are named in it. */
export type Hindrance = (keys: string) => string;
export declare const NO_BACKUP: Hindrance;
export declare const VERSION_GONE: Hindrance;
export declare const IN_THE_WAY: Hindrance;
/** What one object refuses must not keep the others from coming back: noted here, and told when all were tried. */
export declare class Hindrances {
    #private;
    note(why: Hindrance, key: string): void;
    /** Works on many at once. Throws at once what is no refusal: out of reach, or taken over. */
    each<T>(requests: Requests, items: Iterable<T>, work: (item: T) => Promise<void>, how?: Many): Promise<void>;
    /** Throws what was noted: a refusal under its own code, else STEP_FAILED. */
    tell(): void;
}
