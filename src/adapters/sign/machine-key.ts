import { generateKeyPair, type KeyObject, randomBytes } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { keyFailure, LEAST_BITS } from './key-material.ts';

const generate = promisify(generateKeyPair);

const PRIVATE_NAME = 'signing-key.pem';
const PUBLIC_NAME = 'signing-key.pub.pem';

export const machineKeyPath = (folder: string): string => join(folder, PRIVATE_NAME);
export const machinePublicKeyPath = (folder: string): string => join(folder, PUBLIC_NAME);

/** The files of this machine's key that are there: no output may replace them, also where nothing is signed. */
export const machineKeyFilesIn = (folder: string): readonly string[] =>
  [machineKeyPath(folder), machinePublicKeyPath(folder)].filter(
    (path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined,
  );

/** Makes this machine's key if there is none yet; true if we made it. Two runs at once agree on one key. */
export async function ensureMachineKey(folder: string): Promise<boolean> {
  const path = machineKeyPath(folder);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (await isThere(path)) return false;
    const { privateKey, publicKey } = await generate('rsa', { modulusLength: LEAST_BITS });
    const made = await createOnly(folder, PRIVATE_NAME, pemOf(privateKey, 'pkcs8'), 0o600);
    if (made) await createOnly(folder, PUBLIC_NAME, pemOf(publicKey, 'spki'), 0o644);
    return made;
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw keyFailure(path, `it can't be made: ${why}`, thrown);
  }
}

const pemOf = (key: KeyObject, type: 'pkcs8' | 'spki'): string =>
  key.export({ type, format: 'pem' }).toString();

/** Complete and on the disk before it has its name; false when the name is taken. */
async function createOnly(folder: string, name: string, text: string, mode: number): Promise<boolean> {
  const temporary = join(folder, `.${name}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeSynced(temporary, text, mode);
    await link(temporary, join(folder, name));
    await sync(folder);
    return true;
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST') return false;
    throw thrown;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function writeSynced(path: string, text: string, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

async function isThere(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    (thrown: NodeJS.ErrnoException) => {
      if (thrown.code === 'ENOENT') return false;
      throw thrown;
    },
  );
}
