import { generateKeyPair, randomBytes } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { keyFailure, LEAST_BITS } from './key-material.js';
const generate = promisify(generateKeyPair);
const PRIVATE_NAME = 'signing-key.pem';
const PUBLIC_NAME = 'signing-key.pub.pem';
export const machineKeyPath = (folder) => join(folder, PRIVATE_NAME);
export const machinePublicKeyPath = (folder) => join(folder, PUBLIC_NAME);
/** The files of this machine's key that are there: no output may replace them, also where nothing is signed. */
export const machineKeyFilesIn = (folder) => [machineKeyPath(folder), machinePublicKeyPath(folder)].filter((path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined);
/** Makes this machine's key if there is none yet; true if we made it. Two runs at once agree on one key. */
export async function ensureMachineKey(folder) {
    const path = machineKeyPath(folder);
    try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        if (await isThere(path))
            return false;
        const { privateKey, publicKey } = await generate('rsa', { modulusLength: LEAST_BITS });
        const made = await createOnly(folder, PRIVATE_NAME, pemOf(privateKey, 'pkcs8'), 0o600);
        if (made)
            await createOnly(folder, PUBLIC_NAME, pemOf(publicKey, 'spki'), 0o644);
        return made;
    }
    catch (thrown) {
        const why = thrown instanceof Error ? thrown.message : String(thrown);
        throw keyFailure(path, `it can't be made: ${why}`, thrown);
    }
}
const pemOf = (key, type) => key.export({ type, format: 'pem' }).toString();
/** Complete and on the disk before it has its name; false when the name is taken. */
async function createOnly(folder, name, text, mode) {
    const temporary = join(folder, `.${name}.${randomBytes(6).toString('hex')}.tmp`);
    try {
        await writeSynced(temporary, text, mode);
        await link(temporary, join(folder, name));
        await sync(folder);
        return true;
    }
    catch (thrown) {
        if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST')
            return false;
        throw thrown;
    }
    finally {
        await rm(temporary, { force: true });
    }
}
async function writeSynced(path, text, mode) {
    const file = await open(path, 'wx', mode);
    try {
        await file.writeFile(text);
        await file.sync();
    }
    finally {
        await file.close();
    }
}
async function sync(folder) {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
}
async function isThere(path) {
    return readFile(path).then(() => true, (thrown) => {
        if (thrown.code === 'ENOENT')
            return false;
        throw thrown;
    });
}
