export { BrokenIndexError } from './broken-index-error.js';
export { cutEntries } from './cut.js';
export { entriesOf, entryBytes, entryText, findRaw, } from './document.js';
export { readEntry } from './entry.js';
export { insertEntry } from './insert.js';
export { markEntry, unmarkEntry } from './mark.js';
export { isOurIndexMarkdown, renderIndexMarkdown } from './markdown.js';
export { parseIndex } from './parse.js';
export { placementOf } from './placement.js';
