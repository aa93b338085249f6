import { textParts } from '../byte-parts.ts';
import { decode } from './json-slice.ts';
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
  readonly totalReleases: (Span & { readonly value: number | undefined }) | undefined;
  /** The value of `last_updated`; `value` is undefined where it is no string. */
  readonly lastUpdated: (Span & { readonly value: string | undefined }) | undefined;
}

/** The entries of exactly this version, case included. More than one is a violation that policy judges. */
export function entriesOf(doc: IndexDocument, version: string): readonly IndexEntry[] {
  return doc.entries.filter((entry) => entry.version === version);
}

/** The entry's bytes as stored: a view, not a copy. */
export function entryBytes(doc: IndexDocument, entry: Span): Uint8Array {
  return doc.bytes.subarray(entry.start, entry.end);
}

/** The entry's text as stored; encoding it gives the same bytes again. */
export function entryText(doc: IndexDocument, entry: Span): string {
  return decode(doc.bytes, entry.start, entry.end);
}

/** The entry of this version whose bytes are exactly `raw`: ours, and not another publication of the version. */
export function findRaw(doc: IndexDocument, version: string, raw: string): IndexEntry | undefined {
  return entriesOf(doc, version).find((entry) => isRaw(doc, entry, raw));
}

/** Whether the entry's bytes are those of this text. */
export function isRaw(doc: IndexDocument, entry: Span, raw: string): boolean {
  let at = entry.start;
  for (const part of textParts(raw)) {
    if (!sameBytes(doc.bytes.subarray(at, Math.min(entry.end, at + part.length)), part)) return false;
    at += part.length;
  }
  return at === entry.end;
}

/** Whether two byte strings are equal. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}
