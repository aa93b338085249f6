import { unlinkSync } from 'node:fs';
import { absentArtifacts } from '../../../domain/artifact-marks.js';
import { ConflictError } from '../../../ports/object-store.js';
import { CopyError, copyFile, copyLink } from './copy-file.js';
import { readHashes, writeHashes } from './copy-tree.js';
import { infoAt, isThere } from './file-info.js';
import { attempt, codeOf } from './io-errors.js';
import { belowVersion, parentsOf, standing } from './put-each.js';
/**
 * A restore moved its files out of the backup, and some of them have to stay where it put them: the tree that goes back
 * gets a copy of each that it lacks. What can't be copied is looked for afterwards, by `lackingIn`.
 */
export async function keepStaying(work, holding, taken, makeInTree) {
    const { manifest, source } = holding;
    const gone = new Set([...taken].map(({ path }) => path));
    for (const artifact of absentArtifacts(manifest)) {
        const below = belowVersion(manifest, artifact);
        if (gone.has(artifact.path) || isThere(source + below))
            continue;
        if ((await standing(holding, artifact)) !== 'same')
            continue;
        await makeInTree(artifact.type === 'folder' ? [...parentsOf(below), below] : parentsOf(below));
        if (artifact.type !== 'folder')
            await copyOne(work, holding, artifact);
    }
}
async function copyOne(work, { places, manifest }, artifact) {
    const below = belowVersion(manifest, artifact);
    const path = places.version + below;
    const source = { path, key: artifact.path, revision: infoAt(path, artifact.path)?.revision ?? '' };
    const copy = work.temporary();
    try {
        if (artifact.type === 'symlink')
            await work.change(() => copyLink(source, copy));
        else
            await noteHash(work, places, artifact.path, await work.change(() => copyFile(source, copy)));
        await work.move(copy, places.tree + below);
    }
    catch (thrown) {
        // No room, not readable, or changed under the copy: the others are kept all the same.
        const ofThisFile = thrown instanceof ConflictError || thrown instanceof CopyError;
        if (!ofThisFile && codeOf(thrown) === undefined)
            throw thrown;
        work.mustBeOurs();
    }
    finally {
        attempt(() => unlinkSync(copy));
    }
}
/** A copy has not the time of its original to the last digit, so its bytes tell that it is whole: noted before it is there. */
async function noteHash(work, places, key, sha256) {
    const hashes = new Map(readHashes(places.copied)).set(key, sha256);
    await work.change(() => writeHashes(places.keeper, places.copied, hashes));
}
/** What the restore had put, and the backup has not now. */
export function lackingIn(places, manifest) {
    return absentArtifacts(manifest)
        .filter((artifact) => !isThere(places.kept + belowVersion(manifest, artifact)))
        .map(({ path }) => path);
}
