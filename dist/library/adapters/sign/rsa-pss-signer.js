import { constants, createPublicKey, createSign, sign, verify } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { partsOf } from '../../domain/byte-parts.js';
import { failure } from '../../domain/errors.js';
import { sha256Hex } from '../../domain/log-record.js';
import { keyFailure, keyIdOf, parsePrivateKey, SALT_LENGTH } from './key-material.js';
import { ensureMachineKey, machineKeyPath, machinePublicKeyPath } from './machine-key.js';
export { machineKeyFilesIn } from './machine-key.js';
/** The files that a key is read from or kept in. */
export function keyFilesOf(source) {
    if (source.kind === 'pem')
        return [];
    if (source.kind === 'file')
        return [source.path];
    return [machineKeyPath(source.folder), machinePublicKeyPath(source.folder)];
}
const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT_LENGTH };
const OTHERS = 0o077;
/** RSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes (DESIGN §7; RFC 8017, 8.1). */
export class RsaPssSigner {
    #source;
    #key;
    #notes = [];
    constructor(source) {
        this.#source = source;
    }
    get notes() {
        return this.#notes;
    }
    async check() {
        const source = this.#source;
        // The key of this machine is made when it is first needed.
        if (source.kind === 'machine' && !existsSync(machineKeyPath(source.folder)))
            return [];
        return this.prepare();
    }
    async prepare() {
        const key = await this.#load();
        const path = this.#path();
        if (!signsAndVerifies(key))
            throw keyFailure(this.#name(), 'its parts do not belong together');
        if (path === undefined)
            return [];
        const { mode } = await stat(path);
        if ((mode & OTHERS) === 0)
            return [];
        const octal = (mode & 0o777).toString(8).padStart(3, '0');
        return [`The signing key ${path} may be read by others (mode ${octal}); \`chmod 600\` it`];
    }
    async sign(bytes, timestamp) {
        const key = await this.#load();
        const signing = createSign('sha256');
        for (const part of partsOf(bytes))
            signing.update(part);
        return {
            algorithm: 'RSA-PSS-SHA256',
            key_id: keyIdOf(key),
            hash: sha256Hex(bytes),
            signature: signing.sign({ key, ...PSS }, 'base64'),
            timestamp,
        };
    }
    /** Once; what failed is tried again. */
    #load() {
        this.#key ??= this.#read().catch((thrown) => {
            this.#key = undefined;
            throw thrown;
        });
        return this.#key;
    }
    async #read() {
        const source = this.#source;
        if (source.kind === 'pem')
            return parsePrivateKey(source.pem, source.name);
        const made = source.kind === 'machine' && (await ensureMachineKey(source.folder));
        const path = this.#path() ?? '';
        const key = parsePrivateKey(await readKeyFile(path), path);
        if (made) {
            const publicPath = machinePublicKeyPath(source.folder);
            this.#notes = [
                `A signing key was made for this machine: ${path} (key id ${keyIdOf(key)}); its public key is ${publicPath}`,
            ];
        }
        return key;
    }
    #path() {
        if (this.#source.kind === 'pem')
            return undefined;
        return this.#source.kind === 'file' ? this.#source.path : machineKeyPath(this.#source.folder);
    }
    #name() {
        return this.#source.kind === 'pem' ? this.#source.name : (this.#path() ?? '');
    }
}
/** A key whose parts don't belong together is parsed without complaint; only a signature tells. */
function signsAndVerifies(key) {
    const probe = new Uint8Array(32);
    try {
        const signature = sign('sha256', probe, { key, ...PSS });
        return verify('sha256', probe, { key: createPublicKey(key), ...PSS }, signature);
    }
    catch {
        return false;
    }
}
/** Whether `signature` is over exactly these bytes by the key; throws SIGNING_KEY when that is no public RSA key. */
export function verifySignature(audit, signature, publicKeyPem) {
    const key = parsePublicKey(publicKeyPem);
    return (signature.algorithm === 'RSA-PSS-SHA256' &&
        signature.key_id === keyIdOf(key) &&
        signature.hash === sha256Hex(audit) &&
        verify('sha256', audit, { key, ...PSS }, Buffer.from(signature.signature, 'base64')));
}
function parsePublicKey(pem) {
    try {
        const key = createPublicKey(pem);
        if (key.asymmetricKeyType === 'rsa' || key.asymmetricKeyType === 'rsa-pss')
            return key;
    }
    catch {
        // Said below.
    }
    throw failure('SIGNING_KEY', 'The public key is no RSA key in PEM form');
}
async function readKeyFile(path) {
    try {
        return await readFile(path, 'utf8');
    }
    catch (thrown) {
        const code = thrown.code ?? '';
        const why = { ENOENT: 'there is no such file', EACCES: 'permission denied', EISDIR: 'it is a folder' }[code];
        throw keyFailure(path, why ?? `it can't be read (${code})`, thrown);
    }
}
