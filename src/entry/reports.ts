import type { Forbidden } from '../adapters/evidence/output-folder.ts';
import { asRollbackError, type RollbackError } from '../domain/errors.ts';
import type { RollbackReport } from '../domain/report.ts';
import type { Order } from '../request/parse.ts';
import type { OperationRequest } from '../request/request.ts';
import type { Performed } from './perform.ts';
import type { EntryParts } from './wiring.ts';

/** Absolute paths of the reports that were written. */
export interface Delivered {
  readonly json?: string | undefined;
  readonly text?: string | undefined;
}

type AnyOrder = Order<OperationRequest>;

/** Preflight: a report that can't be written is found before anything is changed. Throws EVIDENCE or BAD_INPUT. */
export async function deliverable(
  { output, repository, request }: AnyOrder,
  parts: EntryParts,
): Promise<void> {
  const paths = { json: output.jsonReport, text: output.textReport };
  if (paths.json === undefined && paths.text === undefined) return;
  const { prepareReportFiles } = await import('../adapters/evidence/report-files.ts');
  await prepareReportFiles(
    paths,
    reportFileOptions(repository, 'version' in request ? request.version : undefined, parts),
  );
}

/** Writes the reports; one that fails late changes the exit code only where nothing else went wrong. */
export async function writeReports(
  report: RollbackReport,
  order: AnyOrder,
  parts: EntryParts,
): Promise<Performed> {
  const { output, repository } = order;
  const paths = { json: output.jsonReport, text: output.textReport };
  if (paths.json === undefined && paths.text === undefined) return { report, reports: {} };
  const { writeReportFiles } = await import('../adapters/evidence/report-files.ts');
  try {
    const options = reportFileOptions(repository, report.version, parts);
    return { report, reports: await writeReportFiles(report, paths, options) };
  } catch (thrown) {
    return { report: withLateFailure(report, asRollbackError(thrown, 'EVIDENCE')), reports: {} };
  }
}

/** What a report file may not lie in, and how its folder is made. */
export function reportFileOptions(
  repository: AnyOrder['repository'],
  version: string | undefined,
  { makeFolder }: EntryParts,
) {
  const forbidden: Forbidden | undefined =
    repository.type === 'local' ? { repositoryRoot: repository.path, version: version ?? '' } : undefined;
  return { forbidden, makeFolder };
}

/** The operation ended well, and what was to tell of it did not: `partial`, never success. */
export function withLateFailure(report: RollbackReport, error: RollbackError): RollbackReport {
  // The preflight found it already, and ended with it.
  if (report.errors.includes(error.message)) return report;
  if (report.exit_code !== 0) return { ...report, warnings: [...report.warnings, error.message] };
  const done = report.dry_run ? 'the dry run is done' : `the ${report.operation} itself is done`;
  return {
    ...report,
    status: 'partial',
    exit_code: error.exitCode,
    error_code: error.code,
    errors: [...report.errors, error.message],
    summary: `${error.message}; ${done}`,
    advice: error.advice,
  };
}
