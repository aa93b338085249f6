import { createHash } from 'node:crypto';
import { constants, linkSync, lutimesSync, promises, readlinkSync, symlinkSync, unlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConflictError } from '../../../ports/object-store.js';
import { applyShape, syncFolder } from './durable-file.js';
import { infoAt, modeOf, revisionOf } from './file-info.js';
import { attempt, codeOf, isAbsent } from './io-errors.js';
const CHUNK = 1 << 20;
/** A link is not followed, a named pipe not waited for. */
const READ = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
/** Copies a file to an absent path with mode, owner and times, fsyncs it, reads it back; its SHA-256. */
export async function copyFile(source, target) {
    const from = await promises.open(source.path, READ).catch((thrown) => {
        if (isAbsent(thrown))
            throw new ConflictError(source.key, { cause: thrown });
        throw thrown;
    });
    try {
        const stat = await from.stat({ bigint: true });
        await expectRevision(from, source);
        const to = await promises.open(target, 'wx+', 0o600);
        try {
            const hash = createHash('sha256');
            for await (const chunk of chunksOf(from)) {
                hash.update(chunk);
                await to.appendFile(chunk);
            }
            await expectRevision(from, source);
            applyShape(to.fd, { mode: modeOf(stat), uid: Number(stat.uid), gid: Number(stat.gid) });
            await to.utimes(Number(stat.atimeMs) / 1000, Number(stat.mtimeNs) / 1e9);
            await to.sync();
            return await verified(to, hash, source.key);
        }
        finally {
            await to.close();
        }
    }
    finally {
        await from.close();
    }
}
/** What was written is what is there: the copy is about to be all that is left. */
async function verified(copy, expected, key) {
    const hash = createHash('sha256');
    for await (const chunk of chunksOf(copy))
        hash.update(chunk);
    const digest = hash.digest('hex');
    if (digest !== expected.digest('hex'))
        throw new CopyError(key);
    return digest;
}
async function expectRevision(handle, source) {
    if (source.revision === undefined)
        return;
    if (revisionOf(await handle.stat({ bigint: true })) !== source.revision)
        throw new ConflictError(source.key);
}
async function* chunksOf(handle) {
    const buffer = Buffer.allocUnsafe(CHUNK);
    for (let position = 0;;) {
        const { bytesRead } = await handle.read(buffer, 0, CHUNK, position);
        if (bytesRead === 0)
            return;
        position += bytesRead;
        yield buffer.subarray(0, bytesRead);
    }
}
/** Copies a link as a link, with owner and times. */
export function copyLink(source, target) {
    const info = infoAt(source.path, source.key);
    const changed = source.revision !== undefined && info?.revision !== source.revision;
    if (info?.target === undefined || changed)
        throw new ConflictError(source.key);
    symlinkSync(info.target, target);
    lutimesSync(target, info.modified / 1000, info.modified / 1000);
    if (readlinkSync(target) !== info.target)
        throw new CopyError(source.key);
}
/** Copies exactly `source.revision` to `where` if that is absent. */
export async function copyDurably(source, where) {
    try {
        await copyFile(source, where.temporary);
        linkSync(where.temporary, where.path);
        syncFolder(dirname(where.path));
    }
    catch (thrown) {
        if (codeOf(thrown) === 'EEXIST')
            throw new ConflictError(where.key, { cause: thrown });
        throw thrown;
    }
    finally {
        attempt(() => unlinkSync(where.temporary));
    }
    const info = infoAt(where.path, where.key);
    if (info === undefined)
        throw new ConflictError(where.key);
    return info;
}
/** SHA-256 of a file's bytes, a link at its place not followed. */
export async function hashFile(path) {
    const handle = await promises.open(path, READ);
    try {
        const hash = createHash('sha256');
        for await (const chunk of chunksOf(handle))
            hash.update(chunk);
        return hash.digest('hex');
    }
    finally {
        await handle.close();
    }
}
/** The bytes of a copy are not those that were read. */
export class CopyError extends Error {
    constructor(key) {
        super(`the copy of '${key}' does not have the bytes of the original`);
        this.name = 'CopyError';
    }
}
