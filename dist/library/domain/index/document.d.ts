import type { Span } from './scan.ts';
/** One release as the index lists it: a slice of the `releases` array, and the few fields that decisions need. */
export interface IndexEntry extends Span {
    /** Place in the array; 0 is the newest. */
    readonly position: number;
    readonly version: string;
    readonly artifactCount: number;
    readonly timestamp: string | undefined;
    /** Every string that `depends_on` holds, whatever its shape. */
    readonly dependsOn: readonly string[];
    readonly baseVersion: string | undefined;
    /** Set where `artifacts_removed` is true: the release is listed, its artifacts were rolled back. */
    readonly removed: Removal | undefined;
}
/** Who marked an entry, as far as the entry says. */
export interface Removal {
    readonly rollbackId: string | undefined;
    readonly removedAt: string | undefined;
}
/** An index as its bytes and the places in them that an edit may touch. */
export interface IndexDocument {
    readonly bytes: Uint8Array;
    /** Newest first, as listed. */
    readonly entries: readonly IndexEntry[];
    /** The `releases` array with its brackets. */
    readonly releases: Span;
    /** The value of `total_releases`; `value` is undefined where it is no integer. */
    readonly totalReleases: (Span & {
        readonly value: number | undefined;
    }) | undefined;
    /** The value of `last_updated`; `value` is undefined where it is no string. */
    readonly lastUpdated: (Span & {
        readonly value: string | undefined;
    }) | undefined;
}
/** The entries of exactly this version, case included. More than one is a violation that policy judges. */
export declare function entriesOf(doc: IndexDocument, version: string): readonly IndexEntry[];
/** The entry's bytes as stored: a view, not a copy. */
export declare function entryBytes(doc: IndexDocument, entry: Span): Uint8Array;
/** The entry's text as stored; encoding it gives the same bytes again. */
export declare function entryText(doc: IndexDocument, entry: Span): string;
/** The entry of this version whose bytes are exactly `raw`: ours, and not another publication of the version. */
export declare function findRaw(doc: IndexDocument, version: string, raw: string): IndexEntry | undefined;
/** Whether the entry's bytes are those of this text. */
export declare function isRaw(doc: IndexDocument, entry: Span, raw: string): boolean;
/** Whether two byte strings are equal. */
export declare function sameBytes(a: Uint8Array, b: Uint8Array): boolean;
