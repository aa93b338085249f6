import * as core from '@actions/core';
import type { DoctorReport } from '../../domain/doctor-report.ts';
import type { RollbackReport } from '../../domain/report.ts';
import { failureAnnotation } from '../../report/annotation.ts';
import { doctorErrors, doctorVerdict, doctorWarnings } from '../../report/doctor.ts';
import { oneLine } from '../../report/safe-text.ts';

/** GitHub shows about ten annotations of a step; one is left for the failure. */
const MOST_WARNINGS = 9;

/** What must not be overlooked: warnings, and for a failing exit code one error that says what to do next. */
export function annotate(report: RollbackReport): void {
  warn(report.warnings);
  if (report.exit_code !== 0) core.error(failureAnnotation(report));
}

/** The same of what `doctor` found. */
export function annotateDoctor(report: DoctorReport): void {
  warn(doctorWarnings(report));
  const errors = doctorErrors(report);
  if (errors.length > 0) core.error([doctorVerdict(report), ...errors].join('\n'));
}

function warn(warnings: readonly string[]): void {
  const shown = warnings.length > MOST_WARNINGS ? MOST_WARNINGS - 1 : warnings.length;
  for (const warning of warnings.slice(0, shown)) core.warning(oneLine(warning));
  const rest = warnings.length - shown;
  if (rest > 0) core.warning(`${rest} more warnings are in the log and in the report`);
}
