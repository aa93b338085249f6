/** What `index.json.lock` says in `locked_by` when it is ours (docs/formats.md). */
export const LOCKED_BY = 'release-rollback';
/** No lock of ours is longer. */
export const LONGEST_LOCK = 4096;
/** Whether the text of an `index.json.lock` says that it is ours; anybody may have written it. */
export function isOurLock(text) {
    try {
        const content = JSON.parse(text);
        return content?.locked_by === LOCKED_BY;
    }
    catch {
        return false;
    }
}
