export const id = 439;
export const ids = [439];
export const modules = {

/***/ 439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RsaPssSigner: () => (/* binding */ RsaPssSigner),
  keyFilesOf: () => (/* binding */ keyFilesOf),
  machineKeyFilesIn: () => (/* reexport */ machineKeyFilesIn)
});

// UNUSED EXPORTS: verifySignature

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/domain/byte-parts.js
var byte_parts = __webpack_require__(11199);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(49285);
// EXTERNAL MODULE: ./lib/domain/log-record.js
var log_record = __webpack_require__(30558);
;// CONCATENATED MODULE: ./lib/adapters/sign/key-material.js


/** Shortest RSA modulus that signs here (DESIGN §7). */
const LEAST_BITS = 3072;
const SALT_LENGTH = 32;
/** Parses PEM text into a key that may sign. `where` names the source; no message ever holds a part of the key. */
function parsePrivateKey(pem, where) {
    const text = tidy(pem);
    const problem = headerProblem(text);
    if (problem !== undefined)
        throw keyFailure(where, problem);
    const key = decode(text, where);
    const unusable = keyProblem(key);
    if (unusable !== undefined)
        throw keyFailure(where, unusable);
    return key;
}
/** Hex SHA-256 of the public key's SPKI DER: `openssl pkey -pubin -outform DER | sha256sum`. */
function key_material_keyIdOf(key) {
    const publicKey = key.type === 'private' ? (0,external_node_crypto_.createPublicKey)(key) : key;
    return (0,external_node_crypto_.createHash)('sha256')
        .update(publicKey.export({ type: 'spki', format: 'der' }))
        .digest('hex');
}
function keyFailure(where, problem, cause) {
    return (0,errors/* failure */.V2)('SIGNING_KEY', `The signing key (${where}) is not usable: ${problem}`, { cause });
}
/** Secrets often arrive on one line with written-out line ends, or indented by the YAML around them. */
function tidy(pem) {
    const lines = pem.trim().replaceAll('\\n', '\n').split(/\r?\n/);
    return lines.map((line) => line.trim()).join('\n');
}
/** What OpenSSL would only call 'unsupported'. */
function headerProblem(text) {
    if (text === '')
        return 'it is empty';
    const label = /^-----BEGIN ([A-Z0-9 ]+)-----$/m.exec(text)?.[1];
    if (label === undefined)
        return 'it is not in PEM form (no -----BEGIN … PRIVATE KEY----- line)';
    if (label === 'ENCRYPTED PRIVATE KEY' || /^Proc-Type: 4,ENCRYPTED$/m.test(text)) {
        return 'it is protected by a passphrase; give it without one';
    }
    if (label === 'OPENSSH PRIVATE KEY')
        return 'it is in OpenSSH form; `ssh-keygen -p -m PKCS8` converts it';
    if (label.endsWith('PUBLIC KEY') || label === 'CERTIFICATE')
        return `it is a ${label.toLowerCase()}, not a private key`;
    return undefined;
}
function decode(text, where) {
    try {
        return (0,external_node_crypto_.createPrivateKey)({ key: text, format: 'pem' });
    }
    catch {
        // The cause is left out: a decoder may quote what it read.
        throw keyFailure(where, 'it is damaged, or no private key in PEM form (PKCS#1 or PKCS#8)');
    }
}
function keyProblem(key) {
    const type = key.asymmetricKeyType;
    if (type !== 'rsa' && type !== 'rsa-pss')
        return `it is of type ${type ?? 'unknown'}, not RSA`;
    const details = key.asymmetricKeyDetails;
    const bits = details?.modulusLength ?? 0;
    if (bits < LEAST_BITS)
        return `it has ${bits} bits; at least ${LEAST_BITS} are needed`;
    const { hashAlgorithm = 'sha256', mgf1HashAlgorithm = 'sha256', saltLength = 0 } = details ?? {};
    if (hashAlgorithm !== 'sha256' || mgf1HashAlgorithm !== 'sha256' || saltLength > SALT_LENGTH) {
        return 'it is restricted to other parameters than SHA-256 with a salt of 32 bytes';
    }
    return undefined;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./lib/adapters/sign/machine-key.js






const generate = (0,external_node_util_.promisify)(external_node_crypto_.generateKeyPair);
const PRIVATE_NAME = 'signing-key.pem';
const PUBLIC_NAME = 'signing-key.pub.pem';
const machineKeyPath = (folder) => (0,external_node_path_.join)(folder, PRIVATE_NAME);
const machinePublicKeyPath = (folder) => (0,external_node_path_.join)(folder, PUBLIC_NAME);
/** The files of this machine's key that are there: no output may replace them, also where nothing is signed. */
const machineKeyFilesIn = (folder) => [machineKeyPath(folder), machinePublicKeyPath(folder)].filter((path) => (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }) !== undefined);
/** Makes this machine's key if there is none yet; true if we made it. Two runs at once agree on one key. */
async function ensureMachineKey(folder) {
    const path = machineKeyPath(folder);
    try {
        await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
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
    const temporary = (0,external_node_path_.join)(folder, `.${name}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.tmp`);
    try {
        await writeSynced(temporary, text, mode);
        await (0,promises_.link)(temporary, (0,external_node_path_.join)(folder, name));
        await sync(folder);
        return true;
    }
    catch (thrown) {
        if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST')
            return false;
        throw thrown;
    }
    finally {
        await (0,promises_.rm)(temporary, { force: true });
    }
}
async function writeSynced(path, text, mode) {
    const file = await (0,promises_.open)(path, 'wx', mode);
    try {
        await file.writeFile(text);
        await file.sync();
    }
    finally {
        await file.close();
    }
}
async function sync(folder) {
    const handle = await (0,promises_.open)(folder, 'r');
    await handle.sync().finally(() => handle.close());
}
async function isThere(path) {
    return (0,promises_.readFile)(path).then(() => true, (thrown) => {
        if (thrown.code === 'ENOENT')
            return false;
        throw thrown;
    });
}

;// CONCATENATED MODULE: ./lib/adapters/sign/rsa-pss-signer.js









/** The files that a key is read from or kept in. */
function keyFilesOf(source) {
    if (source.kind === 'pem')
        return [];
    if (source.kind === 'file')
        return [source.path];
    return [machineKeyPath(source.folder), machinePublicKeyPath(source.folder)];
}
const PSS = { padding: external_node_crypto_.constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT_LENGTH };
const OTHERS = 0o077;
/** RSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes (DESIGN §7; RFC 8017, 8.1). */
class RsaPssSigner {
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
        if (source.kind === 'machine' && !(0,external_node_fs_.existsSync)(machineKeyPath(source.folder)))
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
        const { mode } = await (0,promises_.stat)(path);
        if ((mode & OTHERS) === 0)
            return [];
        const octal = (mode & 0o777).toString(8).padStart(3, '0');
        return [`The signing key ${path} may be read by others (mode ${octal}); \`chmod 600\` it`];
    }
    async sign(bytes, timestamp) {
        const key = await this.#load();
        const signing = (0,external_node_crypto_.createSign)('sha256');
        for (const part of (0,byte_parts/* partsOf */.CI)(bytes))
            signing.update(part);
        return {
            algorithm: 'RSA-PSS-SHA256',
            key_id: key_material_keyIdOf(key),
            hash: (0,log_record/* sha256Hex */.fg)(bytes),
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
                `A signing key was made for this machine: ${path} (key id ${key_material_keyIdOf(key)}); its public key is ${publicPath}`,
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
        const signature = (0,external_node_crypto_.sign)('sha256', probe, { key, ...PSS });
        return (0,external_node_crypto_.verify)('sha256', probe, { key: (0,external_node_crypto_.createPublicKey)(key), ...PSS }, signature);
    }
    catch {
        return false;
    }
}
/** Whether `signature` is over exactly these bytes by the key; throws SIGNING_KEY when that is no public RSA key. */
function verifySignature(audit, signature, publicKeyPem) {
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
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (thrown) {
        const code = thrown.code ?? '';
        const why = { ENOENT: 'there is no such file', EACCES: 'permission denied', EISDIR: 'it is a folder' }[code];
        throw keyFailure(path, why ?? `it can't be read (${code})`, thrown);
    }
}


/***/ })

};
