import { failure } from '../../../domain/errors.js';
import { compareTree } from './compare-tree.js';
import { copyTree, readHashes } from './copy-tree.js';
import { deleteTree } from './delete-tree.js';
import { isThere } from './file-info.js';
import { codeOf, quoted } from './io-errors.js';
import { placesOf } from './places.js';
import { belowVersion, putEach, standing } from './put-each.js';
/** Puts a version's tree back: kept → work folder → version folder, each one rename; file by file where one stands. */
export async function reinstate(work, manifest, artifacts, progress) {
    const places = placesOf(work, manifest);
    if (!manifest.folder_present || (await isUntouched(places, manifest, artifacts)))
        return;
    if (await fetchTree(work, manifest, places, progress)) {
        const whole = artifacts.length >= manifest.artifacts.length && (await putWhole(work, manifest, places));
        if (!whole)
            await putEach(work, manifest, places, artifacts);
    }
    else if (manifest.operation === 'restore') {
        // A rollback that holds nothing has nothing to give back: what others changed in its place is theirs.
        await mustStand(work, manifest, places, artifacts);
    }
    progress(artifacts.length, artifacts.length);
}
/** Nothing was taken yet, or all is back: the version folder has the very files of the manifest. */
async function isUntouched(places, manifest, artifacts) {
    if (isThere(places.tree) || !isThere(places.version))
        return false;
    const same = new Set((await compareTree(places.version, manifest)).same);
    return artifacts.every((artifact) => same.has(artifact.path));
}
/** Brings the tree into the work folder, under the fence; false when it is nowhere. */
async function fetchTree(work, manifest, places, progress) {
    if (isThere(places.tree))
        return true;
    if (!isThere(places.kept))
        return false;
    try {
        await work.move(places.kept, places.tree);
    }
    catch (thrown) {
        if (codeOf(thrown) !== 'EXDEV')
            throw thrown;
        await copyBack(work, manifest, places, progress);
    }
    return true;
}
/** In the work folder, a tree that is being copied back and is not whole yet. */
export const RETURNING = '.partial';
async function copyBack(work, manifest, places, progress) {
    const partial = `${work.path}/${RETURNING}`;
    await work.change(() => deleteTree(partial));
    const known = readHashes(places.copied);
    const kept = { ...manifest, artifacts: keptArtifacts(manifest, places) };
    const tree = { from: places.kept, to: partial, manifest: kept, exactly: false };
    const hashes = await copyTree(work, tree, progress);
    const damaged = [...hashes].filter(([key, hash]) => known.has(key) && known.get(key) !== hash);
    if (damaged.length > 0) {
        throw failure('BACKUP', `the backup of ${manifest.version} is damaged`, {
            details: damaged.map(([key]) => key),
        });
    }
    await work.move(partial, places.tree);
}
/** What is gone from the backup does not keep a rollback's other artifacts from coming back; a restore is of all or none. */
function keptArtifacts(manifest, places) {
    if (manifest.operation === 'restore')
        return manifest.artifacts;
    return manifest.artifacts.filter((artifact) => isThere(places.kept + belowVersion(manifest, artifact)));
}
/** One rename; false when a folder with something in it stands there. An empty one is replaced by the original. */
async function putWhole(work, manifest, places) {
    try {
        await work.move(places.tree, places.version);
        return true;
    }
    catch (thrown) {
        const code = codeOf(thrown) ?? '';
        if (['ENOTEMPTY', 'EEXIST'].includes(code))
            return false;
        if (code !== 'ENOTDIR')
            throw thrown;
        throw failure('STEP_FAILED', `can't put ${quoted(manifest.version)} back: a file or a link is in its place`, {
            cause: thrown,
        });
    }
}
async function mustStand(work, manifest, places, artifacts) {
    work.mustBeOurs();
    const hashes = readHashes(places.copied);
    const missing = [];
    for (const artifact of artifacts) {
        const state = await standing({ manifest, places, source: places.reinstated, hashes }, artifact);
        if (state !== 'same')
            missing.push(artifact.path);
    }
    if (missing.length === 0)
        return;
    throw failure('STEP_FAILED', `can't put ${quoted(manifest.version)} back: its files are not in the backup`, {
        details: missing,
    });
}
