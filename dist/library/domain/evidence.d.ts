import { type ByteParts } from './byte-parts.ts';
import { type MemberJson } from './json-file.ts';
import { type OperationName } from './log-record.ts';
import type { OperationManifest } from './manifest.ts';
import type { AuditLog } from './report.ts';
/** An index up to this size stands in the manifest whole; of a larger one only what concerns the release. */
export declare const INDEX_STATE_LIMIT: number;
export interface EvidenceNames {
    readonly manifest: string;
    readonly audit: string;
    readonly signature: string;
}
/** File names of an operation's evidence, without a folder. */
export declare function evidenceNames(operation: OperationName, version: string): EvidenceNames;
/** Whether a file of this name is evidence, also of an earlier operation, whose id is then in the name. */
export declare const isEvidenceName: (name: string) => boolean;
export interface ManifestFacts {
    readonly operation: OperationManifest;
    /** ISO 8601. */
    readonly timestamp: string;
    readonly indexBefore: IndexState;
    readonly indexAfter: IndexState;
    readonly canRestore: boolean;
    readonly forced: boolean;
}
/** `<version>.rollback-manifest.json` (guide, "Rollback Manifest"); a restore's has the same fields. */
export declare function buildRollbackManifest(facts: ManifestFacts): ByteParts;
export interface AuditFacts extends Omit<AuditLog, 'schema_version' | 'manifest'> {
    /** The manifest file's bytes: they stand in the audit log unchanged, so that one signature covers both. */
    readonly manifestBytes: ByteParts;
}
/** `<version>.rollback-audit.json` (guide, "Audit Logging"). */
export declare function buildAuditLog(facts: AuditFacts): ByteParts;
/** What the manifest says of an index, as its JSON: a large index itself need not be there any more. */
export type IndexState = MemberJson;
/**
 * The index as stored (undefined when there was none) as JSON text: its own characters, for a parsed and printed number
 * beyond 2^53 is another number.
 */
export declare function indexState(bytes: Uint8Array | undefined, operation: OperationManifest): IndexState;
