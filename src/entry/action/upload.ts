import { logGroup } from '../../adapters/github/log-line.ts';
import type { Delivery } from '../../adapters/github/outputs.ts';
import { artifactName, uploadArtifact, uploadObstacle } from '../../adapters/github/workflow-artifact.ts';
import { asRollbackError, failure } from '../../domain/errors.ts';
import type { RollbackReport } from '../../domain/report.ts';
import { withLateFailure, writeReports } from '../reports.ts';
import type { EntryParts } from '../wiring.ts';
import type { Ending } from './deliver.ts';

export interface Uploaded {
  /** With a warning, or failed, when the upload did not work. */
  readonly report: RollbackReport;
  readonly delivery: Partial<Delivery> & { readonly artifactName?: string };
}

/** Manifest, audit log, signature and reports, whatever exists of them, as one workflow artifact. */
export async function uploadEvidence(ending: Ending, parts: EntryParts): Promise<Uploaded> {
  const { report, order } = ending;
  if (order === undefined || order.action.upload === 'false') return { report, delivery: {} };
  const files = filesOf(ending);
  const obstacle = files.length === 0 ? 'there is no file to upload' : uploadObstacle();
  try {
    if (obstacle !== undefined) throw new Error(`No workflow artifact: ${obstacle}`);
    return { report, delivery: await logGroup('Workflow artifact', () => upload(files, ending)) };
  } catch (thrown) {
    return {
      report: await withoutArtifact(asRollbackError(thrown).message, files, ending, parts),
      delivery: {},
    };
  }
}

function filesOf({ report, reports }: Ending): readonly string[] {
  const { manifest, audit, signature } = report.evidence;
  return [manifest, audit, signature, reports.json, reports.text].filter((file) => file !== undefined);
}

async function upload(
  files: readonly string[],
  { report, order, run, temp }: Ending,
): Promise<Uploaded['delivery']> {
  const { operation, version, rollback_id: rollbackId, dry_run: dryRun } = report;
  const changed = report.changed !== false;
  const name =
    order?.action.artifactName ||
    artifactName({ operation, version, rollbackId, dryRun, changed, attempt: run.attempt });
  const retentionDays = order?.action.retentionDays;
  const id = await uploadArtifact({ name, files, retentionDays, temp });
  return {
    artifactName: name,
    artifactId: String(id),
    artifactUrl: run.runUrl === '' ? '' : `${run.runUrl}/artifacts/${id}`,
  };
}

/** `auto` is content with files on disk; for `true` the step fails, and says that the rollback itself is done. */
async function withoutArtifact(
  message: string,
  files: readonly string[],
  { report, order }: Ending,
  parts: EntryParts,
): Promise<RollbackReport> {
  const what = report.dry_run ? 'reports are' : 'evidence is';
  const where = files.length === 0 ? message : `${message}; the ${what} on the runner: ${files.join(', ')}`;
  if (order?.action.upload !== 'true') return { ...report, warnings: [...report.warnings, where] };
  const advice = report.dry_run
    ? 'The plan is in the log and on the runner; a dry run changes nothing and may be run again.'
    : `Fetch the evidence from the runner before it is gone, and do not run it again: ${report.summary}.`;
  const late = withLateFailure(report, failure('EVIDENCE', where, { advice }));
  // The report that lies there said success.
  return (await writeReports(late, order, parts)).report;
}
