import type { Clock } from '../../../ports/clock.ts';
/** The folder that is the repository, and the clock of the machine that it is on. */
export interface LocalRoot {
    /** Absolute. */
    readonly path: string;
    readonly clock: Clock;
}
/** Where a key lies; a key that would leave the repository is refused, whoever made it. */
export declare function pathOf(root: LocalRoot, key: string): string;
/** First part of a key: the version, or the name of a file or folder of ours. */
export declare const firstPart: (key: string) => string;
/** Whether the first part is a name that this program gives, not a version. */
export declare const isOurs: (key: string) => boolean;
/** A file of ours that has no name yet; an artifact may be called like that, so version folders are left out. */
export declare const isTemporary: (prefix: string, name: string) => boolean;
