import { type ByteParts, joinBytes } from '../domain/byte-parts.ts';
import { filledIn, listLines } from '../domain/json-file.ts';
import type { RollbackReport } from '../domain/report.ts';
import { harmlessJson } from './safe-text.ts';

/** The JSON report: UTF-8, two spaces, a line end; on a terminal or in a workflow log it is only text. */
export const encodeReport = (report: RollbackReport): Uint8Array => joinBytes(reportParts(report));

/** The same piece by piece: the list of a large release is long. */
export function reportParts(report: RollbackReport): ByteParts {
  const rest = JSON.stringify({ ...report, artifacts_removed: [] }, null, 2);
  const list = listLines(report.artifacts_removed, 1, (path) => harmlessJson(JSON.stringify(path)));
  return filledIn(`${harmlessJson(rest)}\n`, '"artifacts_removed": []', list);
}

/** A report without what grows with the release. */
export type BriefReport = Omit<RollbackReport, 'artifacts_removed'>;

const MOST_MESSAGES = 100;
const LONGEST_MESSAGE = 1000;

/** For an output of the Action, which holds at most 1 MB. */
export function withoutFileLists({ artifacts_removed: _, ...rest }: RollbackReport): BriefReport {
  return { ...rest, warnings: brief(rest.warnings), errors: brief(rest.errors), notes: brief(rest.notes) };
}

function brief(messages: readonly string[]): readonly string[] {
  const shown = messages.slice(0, MOST_MESSAGES).map((message) => message.slice(0, LONGEST_MESSAGE));
  const more = messages.length - shown.length;
  return more > 0 ? [...shown, `... and ${more} more`] : shown;
}
