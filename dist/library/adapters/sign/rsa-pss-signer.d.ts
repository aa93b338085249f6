import { type Bytes } from '../../domain/byte-parts.ts';
import type { AuditSignature } from '../../domain/report.ts';
import type { Signer } from '../../ports/signer.ts';
export { machineKeyFilesIn } from './machine-key.ts';
/** Where the private key comes from. */
export type KeySource = 
/** PEM text; `name` says in messages where it was given, e.g. `ROLLBACK_SIGNING_KEY`. */
{
    readonly kind: 'pem';
    readonly pem: string;
    readonly name: string;
} | {
    readonly kind: 'file';
    readonly path: string;
}
/** A key of this machine's own, made in this folder when it is first needed. */
 | {
    readonly kind: 'machine';
    readonly folder: string;
};
/** The files that a key is read from or kept in. */
export declare function keyFilesOf(source: KeySource): readonly string[];
/** RSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes (DESIGN §7; RFC 8017, 8.1). */
export declare class RsaPssSigner implements Signer {
    #private;
    constructor(source: KeySource);
    get notes(): readonly string[];
    check(): Promise<readonly string[]>;
    prepare(): Promise<readonly string[]>;
    sign(bytes: Bytes, timestamp: string): Promise<AuditSignature>;
}
/** Whether `signature` is over exactly these bytes by the key; throws SIGNING_KEY when that is no public RSA key. */
export declare function verifySignature(audit: Uint8Array, signature: AuditSignature, publicKeyPem: string): boolean;
