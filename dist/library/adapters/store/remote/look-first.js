import { ConflictError } from '../../../ports/object-store.js';
// Where a store does not hold to a condition and a person says that nobody else writes (single-writer): a look directly
// before the request. What happens between the two is not noticed; that window is what was given up.
/** Throws ConflictError when the key is there. */
export async function lookAbsent(head, key) {
    if ((await head(key)) !== undefined)
        throw new ConflictError(key);
}
/** Whether the key is there at this revision; false when it is absent. Throws ConflictError when it is another. */
export async function lookUnchanged(head, key, revision) {
    const standing = await head(key);
    if (standing === undefined)
        return false;
    if (standing.revision !== revision)
        throw new ConflictError(key);
    return true;
}
