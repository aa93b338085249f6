import { GetObjectCommand } from '@aws-sdk/client-s3';
import pMap from 'p-map';
import { failure, RollbackError } from '../../../domain/errors.js';
import { unlessAbsent } from './caller.js';
import { quoted } from './context.js';
import { isArchived } from './errors.js';
/** Classes whose objects can't be read before they are taken out of the archive (`GLACIER_IR` can). */
const ARCHIVES = new Set(['GLACIER', 'DEEP_ARCHIVE']);
export const isArchive = (storageClass) => ARCHIVES.has(storageClass ?? '');
/** What listings showed to be in an archive. */
export class ArchiveNotes {
    #objects = new Set();
    #versions = new Set();
    note({ key, storage_class: storageClass }) {
        mark(this.#objects, key, isArchive(storageClass));
    }
    /** A version that was taken out for a while can be read until it goes back. */
    noteVersion(key, versionId, { StorageClass, RestoreStatus }) {
        const out = RestoreStatus?.IsRestoreInProgress === false && RestoreStatus.RestoreExpiryDate !== undefined;
        mark(this.#versions, versionName(key, versionId), isArchive(StorageClass) && !out);
    }
    /** Throws BACKUP where what these artifacts are to be put back from is in an archive, as the last listings told. */
    async demandKept(context, { backup_method: method, backup_path: folder }, artifacts) {
        if (method === 'copy') {
            const archived = artifacts.filter(({ path }) => this.#objects.has(folder + path));
            const keys = archived.map(({ path }) => folder + path);
            return demandReadable(context, keys, "A backup in an archive can't be copied back", OUT);
        }
        const versions = artifacts.filter(({ path, version_id: id = '' }) => this.#versions.has(versionName(path, id)));
        refuse(versions.map(named), 'Archived versions would be listed, and nobody could read them', OUT_FOR_GOOD);
    }
}
const versionName = (key, versionId) => `${versionId} ${key}`;
const named = ({ path, version_id: id }) => `${path} (version ${id})`;
function mark(set, name, is) {
    if (is)
        set.add(name);
    else
        set.delete(name);
}
const OUT = 'Take them out of the archive first (`aws s3api restore-object`); when that is done, run again.';
const OUT_FOR_GOOD = 'Take these versions out of the archive (`aws s3api restore-object --version-id`); when that is done, run again. Then copy each artifact onto itself in a class that can be read, or it goes back into the archive.';
/** Throws BACKUP naming the artifacts that are to be copied, and can't be, since they are in an archive. */
export const demandCopyable = (context, artifacts) => demandReadable(context, artifacts.filter(({ storage_class: each }) => isArchive(each)).map(({ path }) => path), "Archived artifacts can't be copied to a backup", `${OUT} Or let the bucket keep versions: then nothing is copied.`);
/** A class alone does not tell: what was taken out keeps it, and some stores give the name to what can be read. */
async function demandReadable(context, keys, message, advice) {
    for (let at = 0; at < keys.length; at += context.concurrency) {
        const some = keys.slice(at, at + context.concurrency);
        const readable = await pMap(some, (key) => isReadable(context, key), {
            concurrency: context.concurrency,
        });
        refuse(some.filter((_, each) => readable[each] === false), message, advice);
    }
}
/** Names those that were found; there may be more. */
function refuse(names, message, advice) {
    if (names.length === 0)
        return;
    throw failure('BACKUP', `${message}: ${quoted(names[0] ?? '')}${names.length > 1 ? ' and others' : ''}`, {
        details: names.map(quoted),
        advice,
    });
}
async function isReadable(context, key) {
    const doing = { what: `read a byte of ${quoted(key)}`, action: 's3:GetObject', key };
    const command = { Bucket: context.bucket, Key: context.keys.toBucket(key), Range: 'bytes=0-0' };
    const asked = context.caller.ask(doing, async (client, options) => {
        const { Body } = await client.send(new GetObjectCommand(command), options);
        await Body?.transformToByteArray();
    });
    try {
        await unlessAbsent(asked);
        return true;
    }
    catch (thrown) {
        if (thrown instanceof RollbackError && isArchived(thrown))
            return false;
        // An empty object has no first byte.
        if (thrown instanceof RollbackError && thrown.details.some((each) => each.startsWith('InvalidRange:')))
            return true;
        throw thrown;
    }
}
