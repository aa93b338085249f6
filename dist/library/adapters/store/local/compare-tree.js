import { statOf, withoutInode } from './file-info.js';
import { walk } from './walk.js';
/** Compares the tree in `folder` with what the manifest says of `<version>/`. */
export async function compareTree(folder, manifest) {
    const same = [];
    const changed = [];
    const unknown = [];
    const stat = statOf(folder);
    // A link in the folder's place is not looked behind.
    if (stat !== undefined && !stat.isDirectory()) {
        return {
            same,
            changed,
            missing: manifest.artifacts.map(({ path }) => path),
            unknown: [manifest.version],
        };
    }
    const expected = new Map();
    for (const artifact of manifest.artifacts)
        expected.set(artifact.path, artifact);
    for await (const batch of walk(folder, `${manifest.version}/`)) {
        for (const info of batch) {
            const artifact = expected.get(info.key);
            (artifact === undefined ? unknown : isSame(info, artifact) ? same : changed).push(info.key);
        }
    }
    // A walk names a key once, so equal numbers mean that all were found.
    if (same.length + changed.length === expected.size)
        return { same, changed, missing: [], unknown };
    const found = new Set([...same, ...changed]);
    return { same, changed, missing: [...expected.keys()].filter((key) => !found.has(key)), unknown };
}
export const isExact = (found) => found.changed.length + found.missing.length + found.unknown.length === 0;
/** The very same file, not only one like it. */
export function isSame(info, artifact) {
    if (info.type !== artifact.type)
        return false;
    return info.type === 'folder' || (info.size === artifact.size && info.revision === artifact.revision);
}
/** The same file after the whole repository went to another disk. */
export function isSameApartFromInode(info, artifact) {
    if (info.type !== artifact.type || info.size !== artifact.size)
        return false;
    if (info.type === 'symlink')
        return info.target === artifact.target;
    return info.type === 'folder' || withoutInode(info.revision) === withoutInode(artifact.revision);
}
