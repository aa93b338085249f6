import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { failure } from '../../domain/errors.js';
/** Shortest RSA modulus that signs here (DESIGN §7). */
export const LEAST_BITS = 3072;
export const SALT_LENGTH = 32;
/** Parses PEM text into a key that may sign. `where` names the source; no message ever holds a part of the key. */
export function parsePrivateKey(pem, where) {
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
export function keyIdOf(key) {
    const publicKey = key.type === 'private' ? createPublicKey(key) : key;
    return createHash('sha256')
        .update(publicKey.export({ type: 'spki', format: 'der' }))
        .digest('hex');
}
export function keyFailure(where, problem, cause) {
    return failure('SIGNING_KEY', `The signing key (${where}) is not usable: ${problem}`, { cause });
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
        return createPrivateKey({ key: text, format: 'pem' });
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
