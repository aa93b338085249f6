import type { DoctorReport } from '../domain/doctor-report.ts';
import { asRollbackError } from '../domain/errors.ts';
import { traceOf } from '../domain/trace.ts';
import { doctor, unexamined, withFailedCheck } from '../engine/mod.ts';
import { doctorJson, doctorText } from '../report/doctor.ts';
import type { Order } from '../request/parse.ts';
import { locationOf, whereIs } from '../request/repository-reach.ts';
import type { DoctorRequest } from '../request/request.ts';
import { withFittingChecks } from './advice.ts';
import { type Delivered, reportFileOptions, reportPaths } from './reports.ts';
import { type EntryParts, openForDoctor } from './wiring.ts';

export interface Examined {
  readonly report: DoctorReport;
  /** The files that were written. */
  readonly reports: Delivered;
}

/** Carries `doctor` out and writes its reports. Never throws: what fails is a check that failed. */
export async function examine(order: Order<DoctorRequest>, parts: EntryParts): Promise<Examined> {
  const reach = whereIs(order.repository);
  const report = withFittingChecks(await look(order, parts), reach, parts.voice);
  const written: { json?: string; text?: string } = {};
  const { json, text } = reportPaths(order.output);
  try {
    const write = await writerFor(order, parts);
    if (json !== undefined) written.json = await write(json, doctorJson(report));
    if (text !== undefined) written.text = await write(text, doctorText(report));
    return { report, reports: written };
  } catch (thrown) {
    const error = asRollbackError(thrown, 'EVIDENCE');
    return { report: withFailedCheck(report, 'report files', error), reports: written };
  }
}

async function look({ request, repository, output }: Order<DoctorRequest>, parts: EntryParts) {
  try {
    return await doctor(request, await openForDoctor(repository, output, parts));
  } catch (thrown) {
    const error = asRollbackError(thrown);
    for (const line of traceOf(error)) parts.reporter.debug(line);
    const where = { type: repository.type, location: locationOf(repository) };
    return unexamined(error, where);
  }
}

/** Refuses all places before the first file is written. */
async function writerFor(order: Order<DoctorRequest>, parts: EntryParts) {
  const { refuseReportPlaces, writeReportFile } = await import('../adapters/evidence/report-files.ts');
  const options = await reportFileOptions(order, undefined, parts);
  refuseReportPlaces(reportPaths(order.output), options);
  return (path: string, text: string): Promise<string> =>
    writeReportFile(path, new TextEncoder().encode(text), options);
}
