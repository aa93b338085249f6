import type { IndexDocument } from './document.ts';
/**
 * Finds the releases and the fields that an edit touches.
 * Every value goes through JSON.parse on its own, so the whole is strict JSON and is never one tree in memory.
 * Throws {@link BrokenIndexError} for anything that is not unambiguously an index.
 */
export declare function parseIndex(bytes: Uint8Array): IndexDocument;
