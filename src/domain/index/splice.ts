import { blankBytes } from '../byte-parts.ts';
import type { IndexDocument } from './document.ts';
import { encode } from './json-slice.ts';
import type { Span } from './scan.ts';
import { nextTimestamp } from './timestamp.ts';

/** Bytes to stand where a range stands now. */
export interface Splice extends Span {
  readonly bytes: Uint8Array;
}

/** The bytes with every splice done; splices may touch but not overlap. */
export function spliceBytes(bytes: Uint8Array, splices: readonly Splice[]): Uint8Array {
  const ordered = [...splices].sort((a, b) => a.start - b.start);
  const grown = ordered.reduce((sum, { start, end, bytes: { length } }) => sum + length - (end - start), 0);
  const out = blankBytes(bytes.length + grown);
  let read = 0;
  let written = 0;
  for (const splice of ordered) {
    out.set(bytes.subarray(read, splice.start), written);
    written += splice.start - read;
    out.set(splice.bytes, written);
    written += splice.bytes.length;
    read = splice.end;
  }
  out.set(bytes.subarray(read), written);
  return out;
}

/**
 * The only way an index is edited: the given splices, `last_updated` if it is there, and `total_releases` if it is
 * there and `total` (its new text) is given. An index with neither field can get bytes that it had before.
 */
export function editIndex(
  doc: IndexDocument,
  splices: readonly Splice[],
  now: Date,
  total?: string,
): Uint8Array {
  const all = [...splices];
  if (doc.lastUpdated !== undefined) {
    const text = JSON.stringify(nextTimestamp(doc.lastUpdated.value, now));
    all.push({ ...spanOf(doc.lastUpdated), bytes: encode(text) });
  }
  if (doc.totalReleases !== undefined && total !== undefined) {
    all.push({ ...spanOf(doc.totalReleases), bytes: encode(total) });
  }
  return spliceBytes(doc.bytes, all);
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
