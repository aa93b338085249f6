import type { ReportFileOptions, ReportPaths } from '../adapters/evidence/report-files.ts';
import { asRollbackError, FAILURES, type RollbackError } from '../domain/errors.ts';
import type { RollbackReport } from '../domain/report.ts';
import type { Order } from '../request/parse.ts';
import type { OperationRequest, OutputOptions } from '../request/request.ts';
import type { Performed } from './perform.ts';
import type { EntryParts } from './wiring.ts';

/** Absolute paths of the reports that were written. */
export interface Delivered {
  readonly json?: string | undefined;
  readonly text?: string | undefined;
}

type AnyOrder = Order<OperationRequest>;

/** Preflight: a report that can't be written is found before anything is changed. Throws EVIDENCE or BAD_INPUT. */
export async function deliverable(order: AnyOrder, parts: EntryParts): Promise<void> {
  const paths = reportPaths(order.output);
  if (paths.json === undefined && paths.text === undefined) return;
  const { prepareReportFiles } = await import('../adapters/evidence/report-files.ts');
  const version = 'version' in order.request ? order.request.version : undefined;
  await prepareReportFiles(paths, await reportFileOptions(order, version, parts));
}

/** Writes the reports; one that fails late changes the exit code only where nothing else went wrong. */
export async function writeReports(
  report: RollbackReport,
  order: AnyOrder,
  parts: EntryParts,
): Promise<Performed> {
  const paths = reportPaths(order.output);
  if (paths.json === undefined && paths.text === undefined) return { report, reports: {} };
  const { writeReportFiles } = await import('../adapters/evidence/report-files.ts');
  try {
    const options = await reportFileOptions(order, report.version, parts);
    return { report, reports: await writeReportFiles(report, paths, options) };
  } catch (thrown) {
    return { report: withLateFailure(report, asRollbackError(thrown, 'EVIDENCE')), reports: {} };
  }
}

export const reportPaths = ({ jsonReport, textReport }: OutputOptions): ReportPaths => ({
  json: jsonReport,
  text: textReport,
});

/** What a report may not replace or lie in, and how its folder is made. */
export async function reportFileOptions(
  { repository, output }: Order<unknown>,
  version: string | undefined,
  { makeFolder, ...keyParts }: Pick<EntryParts, 'makeFolder' | 'signingKey' | 'machineKeyFolder'>,
): Promise<ReportFileOptions> {
  const forbidden =
    repository.type === 'local' ? { repositoryRoot: repository.path, version: version ?? '' } : undefined;
  const keys = await keyFiles(output, keyParts);
  return { forbidden, folders: [output.manifestDir, output.auditDir], keys, makeFolder };
}

/** Of the key that signs this run, and of the one that this machine signs others with. */
async function keyFiles(
  output: OutputOptions,
  { signingKey, machineKeyFolder }: Pick<EntryParts, 'signingKey' | 'machineKeyFolder'>,
): Promise<readonly string[]> {
  const { json, text } = reportPaths(output);
  if (json === undefined && text === undefined) return [];
  const { keyFilesOf, machineKeyFilesIn } = await import('../adapters/sign/rsa-pss-signer.ts');
  const machine = machineKeyFolder === undefined ? [] : machineKeyFilesIn(machineKeyFolder);
  return [...(output.sign ? signingFiles(() => keyFilesOf(signingKey())) : []), ...machine];
}

/** That there is no key is told by whoever asks for it to sign. */
function signingFiles(ask: () => readonly string[]): readonly string[] {
  try {
    return ask();
  } catch {
    return [];
  }
}

/** The operation ended well, and what was to tell of it did not: `partial` and 48, for 49 says that nothing was changed. */
export function withLateFailure(report: RollbackReport, error: RollbackError): RollbackReport {
  // Of a run that was refused for it, it is told already.
  if (report.errors.includes(error.message)) return report;
  if (report.exit_code !== 0) return { ...report, warnings: [...report.warnings, error.message] };
  const done = report.dry_run ? 'the dry run is done' : `the ${report.operation} itself is done`;
  return {
    ...report,
    status: 'partial',
    exit_code: FAILURES.EVIDENCE.exitCode,
    error_code: 'EVIDENCE',
    errors: [...report.errors, error.message],
    summary: `${error.message}; ${done}`,
    advice: error.advice,
  };
}
