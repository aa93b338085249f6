import type { RollbackReport } from '../domain/report.ts';
import { evidenceOf, factsOf, hidesRelease, leftBehind, noDowngrade } from './facts.ts';
import { oneLine } from './safe-text.ts';
import { aligned } from './text-report.ts';
import { undoCommand } from './undo-command.ts';
import { first, grouped, verdict } from './words.ts';

/** The closing lines for a terminal. DESIGN §7: results go to stdout, `problems` to stderr. */
export interface ClosingLines {
  /** `WARNING: …`, the guide's lines; a reporter that tells warnings as they happen leaves them out. */
  readonly warnings: readonly string[];
  /** The verdict, what was done, how to undo it. */
  readonly results: readonly string[];
  /** `ERROR: …`, what to do next, `Exit Code: n`; nothing when it went well. */
  readonly problems: readonly string[];
}

const MOST_MESSAGES = 50;
const COLORS = { red: 31, green: 32, yellow: 33, bold: 1 } as const;

export function closingLines(report: RollbackReport, { color }: { readonly color: boolean }): ClosingLines {
  const paint = painter(color);
  return {
    warnings: messages('WARNING', report.warnings, (word) => paint('yellow', word)),
    results: [paint(hueOf(report), `Status: ${verdict(report)}`), ...resultLines(report, paint)],
    problems: report.exit_code === 0 ? [] : problemLines(report, paint),
  };
}

type Paint = (color: keyof typeof COLORS, text: string) => string;

/** Colour is the only escape sequence that we ever write, and only here. */
function painter(color: boolean): Paint {
  return (name, text) => (color ? `\u001b[${COLORS[name]}m${text}\u001b[0m` : text);
}

function hueOf({ exit_code, warnings }: RollbackReport): keyof typeof COLORS {
  if (exit_code !== 0) return 'red';
  return warnings.length > 0 ? 'yellow' : 'green';
}

function resultLines(report: RollbackReport, paint: Paint): readonly string[] {
  const went = report.exit_code === 0;
  // A failure's summary is its first error, which follows on stderr; a dry run's facts are in its block.
  const facts = report.dry_run ? [] : [...factsOf(report), ...evidenceOf(report)];
  return [
    ...(went ? [oneLine(report.summary)] : []),
    ...aligned(facts, '  '),
    ...report.notes.map((note) => `  Note: ${oneLine(note)}`),
    ...undoLines(report, paint),
  ].filter((line) => line !== '');
}

function undoLines(report: RollbackReport, paint: Paint): readonly string[] {
  const undo = undoCommand(report);
  const hides = hidesRelease(report) && !report.dry_run;
  return [
    ...(undo === undefined ? [] : ['To undo it:', `  ${paint('bold', undo)}`]),
    ...(hides ? [noDowngrade(report)] : []),
  ];
}

function problemLines(report: RollbackReport, paint: Paint): readonly string[] {
  const errors = report.errors.length > 0 ? report.errors : [report.summary];
  const real = report.would_exit_code;
  return [
    ...messages('ERROR', errors, (word) => paint('red', word)),
    ...(report.dry_run ? [] : [leftBehind(report)]),
    ...(real === undefined ? [] : [`The real run would end with exit code ${real}.`]),
    ...(report.advice === '' ? [] : [`Next: ${oneLine(report.advice)}`]),
    `Exit Code: ${report.exit_code}`,
  ];
}

function messages(
  word: string,
  texts: readonly string[],
  paint: (word: string) => string,
): readonly string[] {
  const { shown, more } = first(texts, MOST_MESSAGES);
  const lines = shown.map((text) => `${paint(`${word}:`)} ${oneLine(text)}`);
  return more > 0 ? [...lines, `${paint(`${word}:`)} ... and ${grouped(more)} more`] : lines;
}
