import type { Bytes } from '../domain/byte-parts.ts';
import type { AuditSignature } from '../domain/report.ts';
/** Signs the audit log's exact bytes with RSA-PSS (DESIGN §7). */
export interface Signer {
    /** What reading tells of `prepare`: throws the same, makes no key. Returns warnings for people. */
    check(): Promise<readonly string[]>;
    /** Preflight: throws SIGNING_KEY when there is no usable key. Returns warnings for people. */
    prepare(): Promise<readonly string[]>;
    /** What else people should know after `prepare` (a key was made); no reason for a warning. */
    readonly notes?: readonly string[];
    sign(bytes: Bytes, timestamp: string): Promise<AuditSignature>;
}
