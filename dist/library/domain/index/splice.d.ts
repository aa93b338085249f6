import type { IndexDocument } from './document.ts';
import type { Span } from './scan.ts';
/** Bytes to stand where a range stands now. */
export interface Splice extends Span {
    readonly bytes: Uint8Array;
}
/** The bytes with every splice done; splices may touch but not overlap. */
export declare function spliceBytes(bytes: Uint8Array, splices: readonly Splice[]): Uint8Array;
/**
 * The only way an index is edited: the given splices, `last_updated` if it is there, and `total_releases` if it is
 * there and `total` (its new text) is given. An index with neither field can get bytes that it had before.
 */
export declare function editIndex(doc: IndexDocument, splices: readonly Splice[], now: Date, total?: string): Uint8Array;
