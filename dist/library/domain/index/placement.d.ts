import { type IndexDocument, type IndexEntry } from './document.ts';
/** All that is needed to put an entry back as and where it was; plain JSON, kept in the manifest. */
export interface EntryPlacement {
    readonly version: string;
    /** The entry's text as stored. */
    readonly raw: string;
    readonly position: number;
    /** Versions listed before it, nearest first. */
    readonly newer: readonly string[];
    /** Versions listed behind it, nearest first. */
    readonly older: readonly string[];
    readonly timestamp?: string | undefined;
    readonly glue: PlacementGlue;
    /** `total_releases` as written, where that was not plainly the number of entries, and that number. */
    readonly total?: {
        readonly raw: string;
        readonly entries: number;
    } | undefined;
}
/** The bytes around the entry: the separators to its neighbours where it had any, and what follows `[` and precedes `]`. */
export interface PlacementGlue {
    readonly lead: string;
    readonly before?: string | undefined;
    readonly after?: string | undefined;
    readonly tail: string;
}
/** Describes where the entry stands now; take it before the cut, from the same document. */
export declare function placementOf(doc: IndexDocument, entry: IndexEntry): EntryPlacement;
/** Versions before `start` and from `end` on, nearest first. */
export declare function neighboursOf(doc: IndexDocument, start: number, end: number): {
    newer: string[];
    older: string[];
};
/** What stands before the entry at `position`: a separator, or the space at either end of the array. */
export declare function gapText(doc: IndexDocument, position: number): string;
