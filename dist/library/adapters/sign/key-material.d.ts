import { type KeyObject } from 'node:crypto';
import { type RollbackError } from '../../domain/errors.ts';
/** Shortest RSA modulus that signs here (DESIGN §7). */
export declare const LEAST_BITS = 3072;
export declare const SALT_LENGTH = 32;
/** Parses PEM text into a key that may sign. `where` names the source; no message ever holds a part of the key. */
export declare function parsePrivateKey(pem: string, where: string): KeyObject;
/** Hex SHA-256 of the public key's SPKI DER: `openssl pkey -pubin -outform DER | sha256sum`. */
export declare function keyIdOf(key: KeyObject): string;
export declare function keyFailure(where: string, problem: string, cause?: unknown): RollbackError;
