import type { ByteParts } from '../../domain/byte-parts.ts';
import {
  buildAuditLog,
  buildRollbackManifest,
  evidenceNames,
  type IndexState,
  indexState,
} from '../../domain/evidence.ts';
import { encodeJson, sha256Hex } from '../../domain/log-record.ts';
import type { OperationManifest } from '../../domain/manifest.ts';
import type { EvidencePaths, RollbackReport } from '../../domain/report.ts';
import { takesArtifacts } from '../../domain/types.ts';
import type { EvidenceFile } from '../../ports/evidence.ts';
import type { Signer } from '../../ports/signer.ts';
import { engineFailure } from '../failures.ts';
import type { Head } from '../log/operation-log.ts';
import type { IndexEditResult } from './index-edit.ts';
import type { CommittedOperation, Operation } from './operation.ts';

/** What the evidence says of the index before and after the operation. */
export interface IndexStates {
  readonly before: IndexState;
  readonly after: IndexState;
}

export function indexStates(manifest: OperationManifest, { before, after }: IndexEditResult): IndexStates {
  const state = indexState(before, manifest);
  return { before: state, after: after === before ? state : indexState(after, manifest) };
}

export interface WrittenEvidence {
  readonly paths: EvidencePaths;
  /** SHA-256 of the audit file; empty when none was asked for. */
  readonly auditSha256: string;
}

/** Step 3: the files in full beside their place, so that neither room nor permission is missing at the end. */
export async function stageEvidence(operation: CommittedOperation, index: IndexEditResult): Promise<void> {
  const report = operation.draft.succeed('');
  const states = indexStates(operation.manifest, index);
  const { files } = await compose(operation, states, report, operation.tenure.head);
  await operation.context.evidence.stage(files);
}

/** Step 8: composed anew with what is true now, proved to be still ours by an append, renamed into place. */
export async function publishEvidence(
  operation: CommittedOperation,
  index: IndexStates,
  report: RollbackReport,
): Promise<WrittenEvidence> {
  const { draft, context, tenure } = operation;
  const head = await tenure.beat();
  const { files, auditSha256 } = await draft.stage('manifest', async () => {
    const composed = await compose(operation, index, report, head);
    const { audit } = composed;
    return { files: composed.files, auditSha256: audit === undefined ? '' : sha256Hex(audit) };
  });
  const paths = await draft.stage('audit', async () => {
    await context.evidence.stage(files);
    await tenure.guard();
    return context.evidence.publish();
  });
  return { paths, auditSha256 };
}

/** The operation did not end as it should: evidence that tells of its success must not stay. */
export async function withdrawEvidence({ context, tenure, draft }: Operation): Promise<void> {
  const { operation, version, rollback_id: rollbackId } = tenure.open;
  Object.assign(draft.fields, NO_EVIDENCE);
  const stuck = await context.evidence.withdraw({ operation, version, rollbackId });
  for (const path of stuck)
    draft.warn(
      `Delete '${path}': it says that the ${operation} went well, which is not so, and could not be taken away`,
    );
}

export const NO_EVIDENCE = {
  manifest_created: false,
  audit_log_created: false,
  audit_log_signed: false,
  evidence: {},
};

/** Who finishes what was to be signed signs it with a key that is at hand, or must not leave it unsigned without a word. */
export async function signerFor({ context, tenure, draft }: CommittedOperation): Promise<Signer | undefined> {
  const { sign_audit_log: asked, operation, version } = tenure.open;
  if (asked !== true || context.signer !== undefined || !context.evidence.writes.audit) return context.signer;
  let why = 'was not told to sign';
  try {
    await context.standbySigner?.prepare();
    if (context.standbySigner !== undefined) return context.standbySigner;
  } catch (thrown) {
    why = `could not: ${engineFailure(thrown).message}`;
  }
  draft.warn(
    `The audit log of the ${operation} of ${version} was to be signed, and the run that finished it ${why}. It has no signature`,
  );
  return undefined;
}

async function compose(
  operation: CommittedOperation,
  index: IndexStates,
  report: RollbackReport,
  head: Head,
): Promise<{ files: readonly EvidenceFile[]; audit: ByteParts | undefined }> {
  const { context, manifest, tenure } = operation;
  const names = evidenceNames(manifest.operation, manifest.version);
  const manifestBytes = buildRollbackManifest({
    operation: manifest,
    timestamp: report.timestamp,
    indexBefore: index.before,
    indexAfter: index.after,
    canRestore: canRestore(operation),
    forced: tenure.open.forced,
  });
  const files: EvidenceFile[] = [];
  if (context.evidence.writes.manifest)
    files.push({ kind: 'manifest', name: names.manifest, body: manifestBytes });
  if (!context.evidence.writes.audit) return { files, audit: undefined };
  const audit = buildAuditLog({
    audit_id: manifest.operation_id,
    version: manifest.version,
    timestamp: report.timestamp,
    machine_id: context.host.machineId,
    rollback_id: manifest.rollback_id,
    rollback_type: manifest.rollback_type,
    actor: tenure.open.actor,
    run: tenure.open.run,
    log_head: { sequence: head.record.sequence, hash: head.hash },
    manifestBytes,
    report,
  });
  files.push({ kind: 'audit', name: names.audit, body: audit });
  const signature = await context.signer?.sign(audit, report.timestamp);
  if (signature !== undefined)
    files.push({ kind: 'signature', name: names.signature, body: encodeJson(signature) });
  return { files, audit };
}

/** With a whole backup, or when nothing but the index was touched and the manifest itself is the backup. */
export function canRestore({ manifest, draft }: CommittedOperation): boolean {
  if (manifest.operation === 'restore' || draft.backupDamaged) return false;
  return manifest.create_backup || !takesArtifacts(manifest.rollback_type);
}
