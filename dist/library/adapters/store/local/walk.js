import { isUtf8 } from 'node:buffer';
import { readdirSync } from 'node:fs';
import { failure } from '../../../domain/errors.js';
import { compareKeys } from '../../../ports/object-store.js';
import { infoOf, infoOfMany, statOf } from './file-info.js';
import { ioError, quoted, symlinkRefused, unlessAbsent } from './io-errors.js';
import { firstPart, isOurs, isTemporary } from './local-root.js';
/** How many names are looked at together: enough to keep the disk busy, few enough to stay small. */
const BATCH = 512;
/** Everything below `folder`, links not followed, in UTF-8 order of the keys `prefix` + path, in batches. */
export async function* walk(folder, prefix) {
    let files = [];
    for (const name of namesIn(folder, prefix)) {
        const isFolder = name.endsWith('/');
        if (!isFolder)
            files.push(name);
        if (files.length < BATCH && !isFolder)
            continue;
        if (files.length > 0)
            yield await infoOfMany(folder, prefix, files);
        files = [];
        if (isFolder)
            yield* walkFolder(`${folder}/${name.slice(0, -1)}`, prefix + name);
    }
    if (files.length > 0)
        yield await infoOfMany(folder, prefix, files);
}
/** The same, and the folder itself when it is empty. */
export async function* walkFolder(folder, prefix) {
    let empty = true;
    for await (const batch of walk(folder, prefix)) {
        empty = false;
        yield batch;
    }
    const stat = empty ? statOf(folder) : undefined;
    if (prefix !== '' && stat?.isDirectory())
        yield [infoOf(prefix, stat)];
}
/** What is directly below `folder`, folders with a '/' at the end. */
export async function* walkShallow(folder, prefix, limit) {
    const names = namesIn(folder, prefix);
    // The newest record of a long log is one look, not five hundred.
    const size = Math.min(BATCH, limit);
    for (let start = 0; start < names.length; start += size) {
        const batch = names.slice(start, start + size).map((name) => name.replace(/\/$/, ''));
        const infos = await infoOfMany(folder, prefix, batch);
        yield infos.map((info) => (info.type === 'folder' ? { ...info, key: `${info.key}/` } : info));
    }
}
/** The names in a folder in the order of their keys, those of folders with a '/' at the end; none when it is gone. */
function namesIn(folder, prefix) {
    try {
        const entries = unlessAbsent(() => readdirSync(folder, { withFileTypes: true })) ?? [];
        if (entries.some((entry) => entry.name.includes('\uFFFD')))
            refuseMangled(folder, prefix);
        return entries
            .filter(({ name }) => !isTemporary(prefix, name))
            .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
            .sort(compareKeys);
    }
    catch (thrown) {
        throw ioError(thrown, `list ${quoted(prefix)}`);
    }
}
/** A name that is no UTF-8 would come out as another name, and the file behind it be lost from the manifest. */
function refuseMangled(folder, prefix) {
    const names = readdirSync(folder, { encoding: 'buffer' });
    const mangled = names.find((name) => !isUtf8(name));
    if (mangled === undefined)
        return;
    const where = prefix === '' ? 'the repository' : quoted(prefix);
    throw failure('BAD_INPUT', `a file in ${where} has a name that is not valid UTF-8: '${escaped(mangled)}'`, {
        advice: 'Rename the file, then run again.',
    });
}
const escaped = (name) => [...name]
    .map((byte) => byte > 0x1f && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`)
    .join('');
/**
 * The folder behind a prefix, if every part of it is a real folder; a link on the way is refused, or a listing
 * would show what is not in the repository.
 */
export function folderOf(root, prefix) {
    let path = root.path;
    for (const part of prefix.split('/').filter((name) => name !== '')) {
        path = `${path}/${part}`;
        const stat = statOf(path);
        if (stat?.isSymbolicLink()) {
            throw symlinkRefused(path.slice(root.path.length + 1));
        }
        if (!stat?.isDirectory())
            return undefined;
    }
    return hasExactName(root, prefix) ? path : undefined;
}
/** Case counts, also where the file system ignores it: `V1.0.2` is not `v1.0.2`. */
export function hasExactName(root, key) {
    const name = firstPart(key);
    if (name === '' || isOurs(key))
        return true;
    return readdirSync(root.path).includes(name);
}
