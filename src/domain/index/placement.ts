import { entryText, type IndexDocument, type IndexEntry } from './document.ts';
import { decode } from './json-slice.ts';

/** How many neighbours on either side are remembered: more than are ever rolled back together. */
const NEIGHBOURS = 50;
/** A wrong `total_releases` longer than this is not worth keeping in a manifest. */
const LONGEST_TOTAL = 100;

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
  readonly total?: { readonly raw: string; readonly entries: number } | undefined;
}

/** The bytes around the entry: the separators to its neighbours where it had any, and what follows `[` and precedes `]`. */
export interface PlacementGlue {
  readonly lead: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly tail: string;
}

/** Describes where the entry stands now; take it before the cut, from the same document. */
export function placementOf(doc: IndexDocument, entry: IndexEntry): EntryPlacement {
  const { position, version, timestamp } = entry;
  const count = doc.entries.length;
  const total = unusualTotal(doc);
  return {
    version,
    raw: entryText(doc, entry),
    position,
    ...neighboursOf(doc, position, position + 1),
    ...(timestamp === undefined ? {} : { timestamp }),
    glue: {
      lead: gapText(doc, 0),
      ...(position > 0 ? { before: gapText(doc, position) } : {}),
      ...(position < count - 1 ? { after: gapText(doc, position + 1) } : {}),
      tail: gapText(doc, count),
    },
    ...(total === undefined ? {} : { total: { raw: total, entries: count } }),
  };
}

/** Versions before `start` and from `end` on, nearest first. */
export function neighboursOf(
  doc: IndexDocument,
  start: number,
  end: number,
): { newer: string[]; older: string[] } {
  const newer = doc.entries.slice(Math.max(0, start - NEIGHBOURS), start).reverse();
  const older = doc.entries.slice(end, end + NEIGHBOURS);
  return { newer: newer.map((entry) => entry.version), older: older.map((entry) => entry.version) };
}

/** What stands before the entry at `position`: a separator, or the space at either end of the array. */
export function gapText(doc: IndexDocument, position: number): string {
  const start = doc.entries[position - 1]?.end ?? doc.releases.start + 1;
  const end = doc.entries[position]?.start ?? doc.releases.end - 1;
  return decode(doc.bytes, start, end);
}

function unusualTotal(doc: IndexDocument): string | undefined {
  if (doc.totalReleases === undefined) return undefined;
  const raw = entryText(doc, doc.totalReleases);
  return raw === String(doc.entries.length) || raw.length > LONGEST_TOTAL ? undefined : raw;
}
