import { cutEntries, entriesOf, insertEntry, isRaw, markEntry, parseIndex, unmarkEntry, } from '../../domain/index/mod.js';
import { takesEntry } from '../../domain/types.js';
/** Ours are the entries whose raw bytes are the manifest's; another entry of the same version is never touched. */
export function ourEntries(doc, manifest) {
    return entriesOf(doc, manifest.version).filter((entry) => manifest.entries.some(({ raw }) => isRaw(doc, entry, raw)));
}
/** Entries of the version that are neither ours nor ours marked: somebody published it again. */
export function foreignEntries(doc, manifest) {
    const ours = new Set(ourEntries(doc, manifest));
    return entriesOf(doc, manifest.version).filter((entry) => !ours.has(entry) && !isMarkedBy(entry, manifest));
}
/** Foreign entries that promise artifacts: an entry marked by an earlier rollback publishes nothing. */
export function republished(doc, manifest) {
    return foreignEntries(doc, manifest).filter((entry) => entry.removed === undefined);
}
const isMarkedBy = (entry, manifest) => manifest.mark !== undefined && entry.removed?.rollbackId === manifest.mark.rollback_id;
/** Takes the release out of the index, or marks it; undefined when that is done already. */
export function hide(doc, manifest, now) {
    const ours = ourEntries(doc, manifest);
    if (ours.length === 0)
        return undefined;
    const { mark } = manifest;
    if (takesEntry(manifest.rollback_type) || mark === undefined)
        return cutEntries(doc, ours, now);
    return fold(doc, (current) => {
        const next = ourEntries(current, manifest)[0];
        const fields = { removedAt: mark.removed_at, rollbackId: mark.rollback_id };
        return next === undefined ? undefined : markEntry(current, next, fields, now);
    });
}
/** The opposite of `hide`: entries back between their old neighbours, or unmarked; undefined when all are there. */
export function show(doc, manifest, now) {
    if (takesEntry(manifest.rollback_type)) {
        return fold(doc, (current) => {
            const next = nextMissing(current, manifest);
            return next === undefined ? undefined : insertEntry(current, next, now);
        });
    }
    return fold(doc, (current) => {
        const marked = entriesOf(current, manifest.version).find((entry) => isMarkedBy(entry, manifest));
        if (marked === undefined || manifest.mark === undefined)
            return undefined;
        const original = manifest.entries[0]?.raw;
        const result = unmarkEntry(current, marked, {
            rollbackId: manifest.mark.rollback_id,
            ...(original !== undefined && isOnlyText(manifest, original) ? { originalRaw: original } : {}),
        }, now);
        return result === 'not-ours' ? undefined : result;
    });
}
const isOnlyText = ({ entries }, text) => entries.every(({ raw }) => raw === text);
/**
 * Oldest first: each then finds the neighbours that it had. Those of its own version that are back already stood behind
 * it, and those that are not yet do not count in its position.
 */
function nextMissing(doc, manifest) {
    const missing = missingPlacements(doc, manifest);
    const next = missing.at(-1);
    if (next === undefined)
        return undefined;
    const { version } = manifest;
    const onlyOurs = ourEntries(doc, manifest).length === entriesOf(doc, version).length;
    const newer = onlyOurs ? next.newer.filter((each) => each !== version) : next.newer;
    return { ...next, newer, position: next.position - (missing.length - 1) };
}
/** Of entries with the same bytes as many as are not there, the newest of them: the oldest come back first. */
function missingPlacements(doc, manifest) {
    const ours = ourEntries(doc, manifest);
    const left = new Map();
    const missing = manifest.entries.toReversed().filter(({ raw }) => {
        const there = left.get(raw) ?? ours.filter((entry) => isRaw(doc, entry, raw)).length;
        left.set(raw, there - 1);
        return there <= 0;
    });
    return missing.reverse();
}
/** Applies a one-entry edit until it has nothing left to do. */
function fold(doc, edit) {
    let bytes;
    for (let current = doc;;) {
        const next = edit(current);
        if (next === undefined)
            return bytes;
        bytes = next;
        current = parseIndex(next);
    }
}
