import { renameSync, unlinkSync } from 'node:fs';
import { compareTree, isExact } from './compare-tree.js';
import { foldersOf, readHashes } from './copy-tree.js';
import { syncFolder } from './durable-file.js';
import { infoAt, isThere, modeOf, statOf } from './file-info.js';
import { codeOf } from './io-errors.js';
import { keepCopy } from './keep-copy.js';
import { keepStaying, lackingIn } from './keep-staying.js';
import { placesOf } from './places.js';
import { belowVersion, parentsOf, standing } from './put-each.js';
import { removeEmpty } from './remove-empty.js';
/** Undoes a restore: what it put goes back to the backup; the keys that somebody changed meanwhile are left and told. */
export async function retract(work, manifest, artifacts, progress) {
    const places = placesOf(work, manifest);
    if (!isThere(places.tree) && isThere(places.reinstated)) {
        await work.move(places.reinstated, places.tree);
    }
    // Given back by a run that died then: what is still to come goes the same way, never into a tree that is deleted.
    if (!isThere(places.tree) && isThere(places.kept) && lackingIn(places, manifest).length > 0) {
        await work.move(places.kept, places.tree);
    }
    const left = (await takeWhole(work, manifest, places, artifacts))
        ? []
        : await takeEach(work, manifest, places, artifacts);
    await giveBack(work, manifest, places, progress);
    progress(artifacts.length, artifacts.length);
    return { left, lacking: lackingIn(places, manifest) };
}
/** As the restore put it: one rename, if nothing is there but what it put. */
async function takeWhole(work, manifest, places, artifacts) {
    if (isThere(places.tree) || isThere(places.kept))
        return false;
    if (artifacts.length < manifest.artifacts.length || !isThere(places.version))
        return false;
    if (!isExact(await compareTree(places.version, manifest)))
        return false;
    try {
        await work.move(places.version, places.tree);
        return true;
    }
    catch (thrown) {
        if (codeOf(thrown) === 'EXDEV')
            return false;
        throw thrown;
    }
}
async function takeEach(work, manifest, places, artifacts) {
    const left = [];
    const source = isThere(places.tree) || !isThere(places.kept) ? places.tree : places.kept;
    const holding = { manifest, places, source, hashes: readHashes(places.copied) };
    for (const artifact of artifacts) {
        const state = await standing(holding, artifact);
        if (state === 'other')
            left.push(artifact.path);
        if (state === 'same')
            await takeOne(work, holding, artifact);
    }
    await keepStaying(work, holding, artifacts, (folders) => makeInTree(work, places, folders));
    // As they were before the restore: the folders that hold nothing any more were its own.
    if (artifacts.length > 0) {
        for (const folder of foldersOf(artifacts, manifest.version).reverse()) {
            await removeEmpty(work, places.version + folder);
        }
        syncFolder(work.root.path);
    }
    return left;
}
/** Deletes it where the tree has its bytes, or moves it there. */
async function takeOne(work, holding, artifact) {
    const { places, source, manifest } = holding;
    const below = belowVersion(manifest, artifact);
    const kept = infoAt(source + below, artifact.path);
    if (artifact.type === 'folder') {
        if (kept === undefined)
            await makeInTree(work, places, [...parentsOf(below), below]);
        return;
    }
    if (kept === undefined) {
        await makeInTree(work, places, parentsOf(below));
        return work.move(places.version + below, places.tree + below);
    }
    const taken = work.temporary();
    await work.change(() => renameSync(places.version + below, taken));
    unlinkSync(taken);
}
async function makeInTree(work, places, folders) {
    for (const folder of folders) {
        const original = statOf(places.version + folder);
        await work.makeFolder(places.tree + folder, original === undefined ? 0o755 : modeOf(original));
    }
}
async function giveBack(work, manifest, places, progress) {
    if (!isThere(places.tree))
        return;
    if (isThere(places.kept))
        return work.deleteTree(places.tree);
    try {
        await work.move(places.tree, places.kept);
    }
    catch (thrown) {
        if (codeOf(thrown) !== 'EXDEV')
            throw thrown;
        await keepCopy(work, { from: places.tree, exactly: false }, manifest, progress);
        await work.deleteTree(places.tree);
    }
}
