/** What `index.json.lock` says in `locked_by` when it is ours (docs/formats.md). */
export declare const LOCKED_BY = "release-rollback";
/** No lock of ours is longer. */
export declare const LONGEST_LOCK = 4096;
/** Whether the text of an `index.json.lock` says that it is ours; anybody may have written it. */
export declare function isOurLock(text: string): boolean;
