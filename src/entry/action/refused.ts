import { join } from 'node:path';
import type { GithubInputs } from '../../adapters/github/inputs.ts';
import { asRollbackError } from '../../domain/errors.ts';
import type { RollbackReport } from '../../domain/report.ts';
import type { DoctorReport } from '../../engine/mod.ts';
import { doctorJson, doctorText } from '../../report/doctor.ts';
import { encodeReport } from '../../report/json-report.ts';
import { textReport } from '../../report/text-report.ts';
import type { Examined } from '../examine.ts';
import type { Performed } from '../perform.ts';
import type { Delivered } from '../reports.ts';
import type { EntryParts } from '../wiring.ts';
import { newFolder } from './order.ts';

type Place = Pick<GithubInputs, 'temp'>;

// Of inputs that are no order it is not known which places are the repository's own: their reports go to the runner's
// temp folder, wherever else they were asked to.

export async function withReports(
  report: RollbackReport,
  place: Place,
  parts: EntryParts,
): Promise<Performed> {
  const files = { json: encodeReport(report), text: bytes(textReport(report)) };
  return { report, reports: await write(`${report.operation}-report`, files, place, parts) };
}

/** The same of `doctor`. */
export async function withDoctorReports(
  report: DoctorReport,
  place: Place,
  parts: EntryParts,
): Promise<Examined> {
  const files = { json: bytes(doctorJson(report)), text: bytes(doctorText(report)) };
  return { report, reports: await write('doctor-report', files, place, parts) };
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function write(
  stem: string,
  { json, text }: { readonly json: Uint8Array; readonly text: Uint8Array },
  { temp }: Place,
  { reporter, makeFolder }: EntryParts,
): Promise<Delivered> {
  try {
    const { writeReportFile } = await import('../../adapters/evidence/report-files.ts');
    const path = join(await newFolder(temp), stem);
    return {
      json: await writeReportFile(`${path}.json`, json, { makeFolder }),
      text: await writeReportFile(`${path}.txt`, text, { makeFolder }),
    };
  } catch (thrown) {
    reporter.warn(asRollbackError(thrown, 'EVIDENCE').message);
    return {};
  }
}
