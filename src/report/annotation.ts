import type { RollbackReport } from '../domain/report.ts';
import { oneLine } from './safe-text.ts';
import { first, grouped, OPERATIONS } from './words.ts';

const MOST_ERRORS = 10;

/** `Release ${OPERATIONS[report.operation].noun} failed (exit code 41): …`, what else is wrong, and what to do next; one line each. */
export function failureAnnotation(report: RollbackReport): string {
  const [cause = report.summary, ...others] = report.errors;
  const { shown, more } = first(others, MOST_ERRORS);
  const lines = [
    `Release ${OPERATIONS[report.operation].noun} failed (exit code ${report.exit_code}): ${oneLine(cause)}`,
    ...shown.map((error) => `- ${oneLine(error)}`),
    ...(more > 0 ? [`- and ${grouped(more)} more`] : []),
    oneLine(report.advice),
  ];
  return lines.filter((line) => line !== '').join('\n');
}
