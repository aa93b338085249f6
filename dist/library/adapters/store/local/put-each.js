import { linkSync, lutimesSync, symlinkSync } from 'node:fs';
import { failure } from '../../../domain/errors.js';
import { turnWhenDue } from '../../turn.js';
import { isSame, isSameApartFromInode } from './compare-tree.js';
import { copyFile, hashFile } from './copy-file.js';
import { readHashes } from './copy-tree.js';
import { syncFolder } from './durable-file.js';
import { infoAt, isThere, modeOf, statOf } from './file-info.js';
import { codeOf, quoted } from './io-errors.js';
/** Puts artifacts beside files that stand there already; nothing is ever overwritten. Throws for what the tree has not. */
export async function putEach(work, manifest, places, artifacts) {
    const holding = { manifest, places, source: places.tree, hashes: readHashes(places.copied) };
    const absent = await absentOf(holding, artifacts);
    const folders = new Set();
    const lost = [];
    for (const artifact of absent) {
        const below = belowVersion(manifest, artifact);
        // The others come back all the same.
        if (!isThere(places.tree + below)) {
            lost.push(artifact.path);
            continue;
        }
        for (const folder of parentsOf(below)) {
            await makeLike(work, places, folder);
            folders.add(folder);
        }
        if (artifact.type === 'folder')
            await makeLike(work, places, below);
        else
            await putOne(work, holding, artifact);
    }
    for (const folder of [...folders].reverse())
        syncFolder(places.version + folder);
    await settle(work, holding);
    if (lost.length > 0)
        throw cantPutBack(manifest, lost, 'is not in the backup');
}
/** Looks at every place before the first change, so that what is in the way stops us before it. */
async function absentOf(holding, artifacts) {
    const absent = [];
    const blocked = [];
    for (const artifact of artifacts) {
        const state = await standing(holding, artifact);
        if (state === 'absent')
            absent.push(artifact);
        if (state === 'other')
            blocked.push(artifact.path);
    }
    if (blocked.length > 0)
        throw inTheWay(holding.manifest, blocked);
    return absent;
}
const inTheWay = (manifest, keys) => cantPutBack(manifest, keys, 'is something else now');
function cantPutBack(manifest, keys, why) {
    const first = quoted(keys[0] ?? '');
    const rest = keys.length > 1 ? ` and ${keys.length - 1} more` : '';
    return failure('STEP_FAILED', `can't put ${manifest.version} back: ${first}${rest} ${why}`, {
        details: keys.slice(0, 20),
    });
}
/** What is at an artifact's place; a link or file where one of its folders should be counts as something else. */
export async function standing(holding, artifact) {
    await turnWhenDue();
    const { manifest, places, source } = holding;
    const below = belowVersion(manifest, artifact);
    for (const folder of parentsOf(below)) {
        const stat = statOf(places.version + folder);
        if (stat === undefined)
            return 'absent';
        if (!stat.isDirectory())
            return 'other';
    }
    const path = places.version + below;
    const info = infoAt(path, artifact.path);
    if (info === undefined)
        return 'absent';
    if (isSame(info, artifact))
        return 'same';
    if (info.type !== artifact.type || info.size !== artifact.size)
        return 'other';
    if (info.type === 'symlink')
        return info.target === artifact.target ? 'same' : 'other';
    return (await hasBytesOf(info, path, { ...holding, source: source + below }, artifact)) ? 'same' : 'other';
}
async function hasBytesOf(info, path, { source, hashes }, artifact) {
    const known = hashes.get(artifact.path);
    if (known !== undefined)
        return (await hashFile(path)) === known;
    const original = infoAt(source, artifact.path);
    if (original === undefined)
        return isSameApartFromInode(info, artifact);
    if (original.revision === info.revision)
        return true;
    return original.type === 'file' && (await hashFile(path)) === (await hashFile(source));
}
/** link(2) fails where a name is taken, so what appears there meanwhile is never lost. */
async function putOne(work, holding, artifact) {
    const below = belowVersion(holding.manifest, artifact);
    const from = holding.places.tree + below;
    const to = holding.places.version + below;
    try {
        if (artifact.type === 'symlink')
            await putLink(work, from, to, artifact);
        else
            await linkOrCopy(work, from, to, artifact);
    }
    catch (thrown) {
        if (codeOf(thrown) !== 'EEXIST')
            throw thrown;
        if ((await standing(holding, artifact)) !== 'same')
            throw inTheWay(holding.manifest, [artifact.path]);
    }
}
/** A link is made anew: link(2) on a link follows it on macOS. */
async function putLink(work, from, to, artifact) {
    work.mustBeOurs();
    const original = infoAt(from, artifact.path);
    await work.change(() => symlinkSync(artifact.target ?? '', to));
    const seconds = (original?.modified ?? 0) / 1000;
    if (original !== undefined)
        lutimesSync(to, seconds, seconds);
}
async function linkOrCopy(work, from, to, artifact) {
    try {
        await work.change(() => linkSync(from, to));
    }
    catch (thrown) {
        // Linux may forbid hard links to files of other users (fs.protected_hardlinks).
        if (codeOf(thrown) !== 'EPERM')
            throw thrown;
        const copy = work.temporary();
        await work.change(() => copyFile({ path: from, key: artifact.path }, copy));
        await work.change(() => linkSync(copy, to));
    }
}
/** Makes a folder of the version as the tree has it. */
async function makeLike(work, places, folder) {
    const original = statOf(places.tree + folder);
    await work.makeFolder(places.version + folder, original === undefined ? 0o755 : modeOf(original));
}
/**
 * All stands: the tree is not needed any more, but keeps its bytes until the work folder goes, so that a killed run
 * can compare again. Otherwise it goes back to where it came from.
 */
async function settle(work, holding) {
    const { places, manifest } = holding;
    let complete = true;
    for (const artifact of manifest.artifacts) {
        if (complete && (await standing(holding, artifact)) !== 'same')
            complete = false;
    }
    if (complete) {
        if (isThere(places.reinstated))
            await work.deleteTree(places.reinstated);
        await work.move(places.tree, places.reinstated);
    }
    else if (manifest.backup_path !== '') {
        if (isThere(places.kept))
            await work.deleteTree(places.tree);
        else
            await work.move(places.tree, places.kept);
    }
}
/** '/docs/guide.md' of 'v1.0.2/docs/guide.md'; a folder without its last '/'. */
export function belowVersion(manifest, artifact) {
    const below = artifact.path.slice(manifest.version.length);
    return below.endsWith('/') ? below.slice(0, -1) : below;
}
/** The folders on the way to '/docs/guide.md', outermost first: '' (the version folder) and '/docs'. */
export function parentsOf(below) {
    const parts = below.split('/').slice(1, -1);
    return ['', ...parts.map((_part, i) => `/${parts.slice(0, i + 1).join('/')}`)];
}
