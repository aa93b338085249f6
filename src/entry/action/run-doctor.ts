import { annotateDoctor } from '../../adapters/github/annotations.ts';
import type { GithubInputs } from '../../adapters/github/inputs.ts';
import { writeJobSummary } from '../../adapters/github/job-summary.ts';
import { logLines } from '../../adapters/github/log-line.ts';
import { setDoctorOutputs } from '../../adapters/github/outputs.ts';
import type { RollbackError } from '../../domain/errors.ts';
import { unexamined } from '../../engine/mod.ts';
import { doctorSummary, doctorText } from '../../report/doctor.ts';
import type { ActionOrder } from '../../request/action.ts';
import { placeGiven } from '../../request/repository-reach.ts';
import type { DoctorRequest } from '../../request/request.ts';
import { type Examined, examine } from '../examine.ts';
import type { EntryParts } from '../wiring.ts';
import { withDoctorReports } from './refused.ts';

/** `operation: doctor`: log, outputs, summary and annotations; nothing is uploaded. Answers the exit code. */
export async function runDoctor(order: ActionOrder<DoctorRequest>, parts: EntryParts): Promise<number> {
  return deliver(await examine(order, parts), order.action.summary, parts);
}

/** The same of inputs that are no order. */
export async function refuseDoctor(
  error: RollbackError,
  inputs: GithubInputs,
  parts: EntryParts,
): Promise<number> {
  const { repository_type: type, repository_location: location } = placeGiven(inputs.raw);
  const report = unexamined(error, { type, location });
  return deliver(await withDoctorReports(report, inputs, parts), true, parts);
}

async function deliver({ report, reports }: Examined, summary: boolean, parts: EntryParts): Promise<number> {
  logLines(doctorText(report).trimEnd());
  try {
    setDoctorOutputs(report, reports.json ?? '');
    if (summary) await writeJobSummary(doctorSummary(report));
  } catch (thrown) {
    parts.reporter.warn(
      `Outputs or summary are missing: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
    );
  }
  annotateDoctor(report);
  return report.exit_code;
}
