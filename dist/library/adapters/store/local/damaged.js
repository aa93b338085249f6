import { turnWhenDue } from '../../turn.js';
import { isSameApartFromInode } from './compare-tree.js';
import { hashFile } from './copy-file.js';
import { readHashes } from './copy-tree.js';
import { infoAt, isThere } from './file-info.js';
import { placesOf } from './places.js';
import { belowVersion } from './put-each.js';
import { walk } from './walk.js';
/** Keys that could not be put back as they were, and strangers that would come along; needs no open work folder. */
export async function damaged(work, manifest, artifacts) {
    const places = placesOf(work, manifest);
    const source = sourceOf(places);
    const hashes = readHashes(places.copied);
    const there = await contentOf(source, manifest);
    const bad = [];
    for (const artifact of artifacts) {
        await turnWhenDue();
        const below = belowVersion(manifest, artifact);
        const info = there.get(artifact.path);
        if (info !== undefined && (await isWhole(info, source + below, artifact, hashes)))
            continue;
        // Put back already: nothing is needed for it any more.
        const standing = infoAt(places.version + below, artifact.path);
        if (standing !== undefined && (await isWhole(standing, places.version + below, artifact, hashes)))
            continue;
        bad.push(artifact.path);
    }
    const known = new Set(manifest.artifacts.map(({ path }) => path));
    return [...bad, ...[...there.keys()].filter((key) => !known.has(key))];
}
const sourceOf = (places) => [places.tree, places.kept].find(isThere) ?? places.reinstated;
async function contentOf(folder, manifest) {
    const there = new Map();
    for await (const batch of walk(folder, `${manifest.version}/`)) {
        for (const info of batch)
            there.set(info.key, info);
    }
    return there;
}
/** A moved file by its size and mtime, a copied one by its hash. */
async function isWhole(info, path, artifact, hashes) {
    const hash = hashes.get(artifact.path);
    if (hash === undefined || info.type !== 'file')
        return isSameApartFromInode(info, artifact);
    return info.size === artifact.size && (await hashFile(path)) === hash;
}
