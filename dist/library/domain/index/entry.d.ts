import type { IndexDocument, IndexEntry, Removal } from './document.ts';
import { type Span } from './scan.ts';
/** What an entry says beyond the fields that {@link IndexEntry} keeps. */
export interface EntryDetails {
    /** Paths with the version in front, as listed; not checked here. */
    readonly artifacts: readonly string[];
    /** Undefined where absent, negative, no integer, or beyond 2^53. */
    readonly sizeBytes: number | undefined;
    readonly sha256: string | undefined;
    /** The whole entry; numbers beyond 2^53 are rounded here, so never write it back. */
    readonly json: Readonly<Record<string, unknown>>;
}
export interface PlacedEntry {
    readonly version: string;
    readonly artifacts: readonly string[];
    readonly removed: Removal | undefined;
}
/** Reads the entry that begins at `start`. Only `version` and `artifacts` are required, as in DESIGN §1. */
export declare function parseEntry(bytes: Uint8Array, start: number, position: number): IndexEntry;
/** Parses the entry's slice on demand: a document of 100,000 releases keeps none of them. */
export declare function readEntry(doc: IndexDocument, entry: Span): EntryDetails;
/** What an entry lists that is in no document. Throws {@link BrokenIndexError} where `raw` is no entry. */
export declare function readPlaced({ raw }: {
    readonly raw: string;
}): PlacedEntry;
