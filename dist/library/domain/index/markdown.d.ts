import type { IndexDocument } from './document.ts';
/** `index.md` for this index, as the original publisher writes it; a line whose field is absent is left out. */
export declare function renderIndexMarkdown(doc: IndexDocument): string;
/** Whether a Markdown file is the publisher's index, and so may be rendered again. Its first line decides. */
export declare function isOurIndexMarkdown(text: string): boolean;
