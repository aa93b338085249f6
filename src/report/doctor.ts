import type { DoctorCheck, DoctorReport, DoctorResult } from '../domain/doctor-report.ts';
import { escaped, table } from './markdown.ts';
import { harmlessJson, oneLine } from './safe-text.ts';
import { counted, placeOf } from './words.ts';

const RESULTS: readonly DoctorResult[] = ['failed', 'warning', 'ok', 'skipped'];
const MARKS = { ok: '✅', warning: '⚠️', failed: '❌', skipped: '➖' } as const;
const LONGEST = 1000;

/** `Fit for a rollback: 4 ok, 1 warning, 1 skipped`, or what is in the way. */
export function doctorVerdict({ checks, exit_code: exitCode }: DoctorReport): string {
  const failed = checks.filter(({ result }) => result === 'failed').map(({ name }) => name);
  if (exitCode !== 0) {
    return `Not fit for a rollback: ${failed.join(', ')} failed of ${counted(checks.length, 'check')}`;
  }
  const counts = RESULTS.map(
    (word) => [word, checks.filter(({ result }) => result === word).length] as const,
  );
  const told = counts.filter(([, count]) => count > 0).map(([word, count]) => `${count} ${word}`);
  return `Fit for a rollback: ${told.join(', ')}`;
}

/** What `release-rollback doctor` prints. */
export function doctorText(report: DoctorReport): string {
  const width = Math.max(...report.checks.map(({ name }) => name.length));
  const indent = ' '.repeat(2 + 9 + width + 2);
  const lines = report.checks.flatMap(({ name, result, detail, advice }) => [
    `  ${result.padEnd(9)}${name.padEnd(width)}  ${oneLine(detail, LONGEST)}`,
    ...(advice === '' ? [] : [`${indent}Next: ${oneLine(advice, LONGEST)}`]),
  ]);
  const where = `Repository: ${oneLine(placeOf(report))}`;
  return `${[where, '', ...lines, '', doctorVerdict(report)].join('\n')}\n`;
}

/** One line per failed check, for stderr and annotations. */
export const doctorErrors = ({ checks }: DoctorReport): readonly string[] => told(checks, 'failed');
export const doctorWarnings = ({ checks }: DoctorReport): readonly string[] => told(checks, 'warning');

const told = (checks: readonly DoctorCheck[], result: DoctorResult): readonly string[] =>
  checks
    .filter((check) => check.result === result)
    .map(({ name, detail }) => oneLine(`${name}: ${detail}`, LONGEST));

export const doctorJson = (report: DoctorReport): string =>
  `${harmlessJson(JSON.stringify(report, null, 2))}\n`;

/** The job summary: a table of the checks (GitHub-flavoured Markdown). */
export function doctorSummary(report: DoctorReport): string {
  const rows = report.checks.map(({ name, result, detail, advice }) => [
    escaped(name),
    `${MARKS[result]} ${result}`,
    escaped(detail, LONGEST),
    escaped(advice, LONGEST),
  ]);
  const mark = report.exit_code === 0 ? MARKS.ok : MARKS.failed;
  const code = report.exit_code === 0 ? '' : ` (exit code ${report.exit_code})`;
  const where = placeOf(report);
  return [
    `## ${mark} ${escaped(doctorVerdict(report))}${code}`,
    `Repository: ${escaped(where, LONGEST)}`,
    `${table(['Check', 'Result', 'Found', 'What to do'], rows)}\n`,
  ].join('\n\n');
}
