import { type IndexState } from '../../domain/evidence.ts';
import type { OperationManifest } from '../../domain/manifest.ts';
import type { EvidencePaths, RollbackReport } from '../../domain/report.ts';
import type { Signer } from '../../ports/signer.ts';
import type { IndexEditResult } from './index-edit.ts';
import type { CommittedOperation, Operation } from './operation.ts';
/** What the evidence says of the index before and after the operation. */
export interface IndexStates {
    readonly before: IndexState;
    readonly after: IndexState;
}
export declare function indexStates(manifest: OperationManifest, { before, after }: IndexEditResult): IndexStates;
export interface WrittenEvidence {
    readonly paths: EvidencePaths;
    /** SHA-256 of the audit file; empty when none was asked for. */
    readonly auditSha256: string;
}
/** Step 3: the files in full beside their place, so that neither room nor permission is missing at the end. */
export declare function stageEvidence(operation: CommittedOperation, index: IndexEditResult): Promise<void>;
/** Step 8: composed anew with what is true now, proved to be still ours by an append, renamed into place. */
export declare function publishEvidence(operation: CommittedOperation, index: IndexStates, report: RollbackReport): Promise<WrittenEvidence>;
/** The operation did not end as it should: evidence that tells of its success must not stay. */
export declare function withdrawEvidence({ context, tenure, draft }: Operation): Promise<void>;
export declare const NO_EVIDENCE: {
    manifest_created: boolean;
    audit_log_created: boolean;
    audit_log_signed: boolean;
    evidence: {};
};
/** Who finishes what was to be signed signs it with a key that is at hand, or must not leave it unsigned without a word. */
export declare function signerFor({ context, tenure, draft }: CommittedOperation): Promise<Signer | undefined>;
/** With a whole backup, or when nothing but the index was touched and the manifest itself is the backup. */
export declare function canRestore({ manifest, draft }: CommittedOperation): boolean;
