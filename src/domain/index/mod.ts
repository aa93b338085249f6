export { BrokenIndexError } from './broken-index-error.ts';
export { cutEntries } from './cut.ts';
export {
  entriesOf,
  entryBytes,
  entryText,
  findRaw,
  type IndexDocument,
  type IndexEntry,
  isRaw,
  type Removal,
} from './document.ts';
export { type EntryDetails, readEntry, readPlaced } from './entry.ts';
export { insertEntry } from './insert.ts';
export { isOurLock, LOCKED_BY, LONGEST_LOCK } from './lock.ts';
export { type EntryMark, markEntry, unmarkEntry } from './mark.ts';
export { isOurIndexMarkdown, renderIndexMarkdown } from './markdown.ts';
export { parseIndex } from './parse.ts';
export { type EntryPlacement, type PlacementGlue, placementOf } from './placement.ts';
export type { Span } from './scan.ts';
