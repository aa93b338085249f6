import type { DoctorReport } from '../domain/doctor-report.ts';
import { asRollbackError } from '../domain/errors.ts';
import { traceOf } from '../domain/trace.ts';
import { doctor, unexamined, withFailedCheck } from '../engine/mod.ts';
import { doctorJson, doctorText } from '../report/doctor.ts';
import type { Order } from '../request/parse.ts';
import { locationOf } from '../request/repository-reach.ts';
import type { DoctorRequest } from '../request/request.ts';
import { type Delivered, reportFileOptions } from './reports.ts';
import { type EntryParts, openContext } from './wiring.ts';

export interface Examined {
  readonly report: DoctorReport;
  /** The files that were written. */
  readonly reports: Delivered;
}

/** Carries `doctor` out and writes its reports. Never throws: what fails is a check that failed. */
export async function examine(order: Order<DoctorRequest>, parts: EntryParts): Promise<Examined> {
  const report = await look(order, parts);
  const { jsonReport, textReport } = order.output;
  const written: { json?: string; text?: string } = {};
  try {
    if (jsonReport !== undefined) written.json = await write(jsonReport, doctorJson(report), order, parts);
    if (textReport !== undefined) written.text = await write(textReport, doctorText(report), order, parts);
    return { report, reports: written };
  } catch (thrown) {
    const error = asRollbackError(thrown, 'EVIDENCE');
    return { report: withFailedCheck(report, 'report files', error), reports: written };
  }
}

async function look({ request, repository, output }: Order<DoctorRequest>, parts: EntryParts) {
  try {
    return await doctor(request, await openContext(repository, output, parts));
  } catch (thrown) {
    const error = asRollbackError(thrown);
    for (const line of traceOf(error)) parts.reporter.debug(line);
    const where = { type: repository.type, location: locationOf(repository) };
    return unexamined(error, where);
  }
}

async function write(
  path: string,
  text: string,
  { repository }: Order<DoctorRequest>,
  parts: EntryParts,
): Promise<string> {
  const { writeReportFile } = await import('../adapters/evidence/report-files.ts');
  const options = reportFileOptions(repository, undefined, parts);
  return writeReportFile(path, new TextEncoder().encode(text), options);
}
