import type { RollbackReport } from '../domain/report.ts';
import { stepsOf } from './dry-run.ts';
import {
  type Check,
  changedItself,
  checksOf,
  evidenceOf,
  type Fact,
  factsOf,
  hidesRelease,
  noDowngrade,
  verdictInWords,
  wasRefused,
} from './facts.ts';
import { byteLength, code, escaped, fenced, folded, table } from './markdown.ts';
import { timeline } from './timeline.ts';
import { undoCommand, undoStep } from './undo-command.ts';
import { counted, first, grouped, lasted, OPERATIONS, placeOf } from './words.ts';

/** GitHub refuses a larger summary of one step. */
export const SUMMARY_LIMIT = 1024 * 1024;
const CUT =
  '> The summary was cut here, for GitHub shows at most 1 MiB of it. The report file holds all of it.';

const MOST_FILES = 10;
const MOST_MESSAGES = 20;
const LONGEST_MESSAGE = 500;

/** What only the Action knows. */
export interface SummaryExtras {
  /** The workflow artifact that holds the evidence. */
  readonly artifactName?: string | undefined;
  readonly artifactUrl?: string | undefined;
  /** Report files on the runner. */
  readonly reports?: readonly string[] | undefined;
  /** This very action as a step names it, `owner/repository@ref`. */
  readonly action?: string | undefined;
  /** Who started the run. */
  readonly actor?: string | undefined;
  readonly reason?: string | undefined;
}

/** Where the runner doesn't say which action it runs (`uses: ./`). */
const SOME_ACTION = 'OWNER/release-rollback@v1';

/** The job summary, what an engineer wants to see at night (GitHub-flavoured Markdown, at most `limit` bytes). */
export function jobSummary(
  report: RollbackReport,
  extras: SummaryExtras = {},
  limit = SUMMARY_LIMIT,
): string {
  const blocks = [
    `## ${headline(report)}`,
    ...opening(report, extras),
    ...undoBlocks(report, extras.action || SOME_ACTION),
    ...(hidesRelease(report) ? [`> [!NOTE]\n> ${escaped(noDowngrade(report))}`] : []),
    ...fileBlock(report),
    ...checkBlock(report),
    ...stageBlock(report),
    ...messageBlock('Warnings', report.warnings),
    ...messageBlock('Notes', report.notes),
    ...evidenceBlock(report, extras),
  ];
  return fitted(blocks, limit);
}

function headline(report: RollbackReport): string {
  const { noun, done } = OPERATIONS[report.operation];
  const what = report.version === '' ? `Repository ${noun}` : `${noun} of ${escaped(report.version)}`;
  const title = what.charAt(0).toUpperCase() + what.slice(1);
  if (report.dry_run) {
    const real = report.would_exit_code ?? report.exit_code;
    return report.status === 'failed'
      ? `❌ ${title} would fail (exit code ${real})`
      : `📋 Plan: ${what} (dry run)`;
  }
  if (report.status === 'failed') return `❌ ${title} failed (exit code ${report.exit_code})`;
  if (report.status === 'partial') return `⚠️ ${title} is not complete (exit code ${report.exit_code})`;
  if (report.operation === 'recover') return `✅ ${title} is done`;
  if (!changedItself(report)) return `✅ ${title}: nothing was left to do`;
  const remark = report.warnings.length > 0 ? ', with warnings' : '';
  return `✅ ${escaped(report.version)} was ${done}${remark}`;
}

/** First of all, for whoever has to let it go. */
const askedBy = ({ reason = '', actor = '' }: SummaryExtras): readonly Fact[] => [
  ...(reason === '' ? [] : [['Reason', reason] as const]),
  ...(actor === '' ? [] : [['Asked by', actor] as const]),
];

/** Facts whose value is a name to copy. */
const NAMES = new Set(['Backup', 'From', 'Rollback id', 'Repository']);

/** Verdict, facts, or what went wrong and what to do next. */
function opening(report: RollbackReport, extras: SummaryExtras): readonly string[] {
  const facts = [...askedBy(extras), ...factsOf(report), ...identity(report)];
  const rows = facts.map(([label, value]) => [label, NAMES.has(label) ? code(value) : escaped(value)]);
  return [
    ...(report.exit_code === 0 ? [escaped(report.summary)] : failureBlocks(report)),
    ...(report.dry_run ? planBlock(report) : []),
    table(['', ''], rows),
  ].filter((block) => block !== '');
}

function identity(report: RollbackReport): readonly Fact[] {
  const type = `${report.rollback_type}, ${report.policy_mode}${report.forced ? ', forced' : ''}`;
  return [
    ...(asksType(report) ? [['Type', type] as const] : []),
    ...(report.rollback_id === '' ? [] : [['Rollback id', report.rollback_id] as const]),
    ...(report.repository_location === '' ? [] : [['Repository', placeOf(report)] as const]),
    ['Took', lasted(report.rollback_duration_seconds)],
  ];
}

const asksType = (report: RollbackReport): boolean => report.operation !== 'recover' && !wasRefused(report);

function failureBlocks(report: RollbackReport): readonly string[] {
  const errors = report.errors.length > 0 ? report.errors : [report.summary];
  return [
    bullets(errors),
    `**Exit code ${report.exit_code}.** ${escaped(verdictInWords(report))}`,
    ...(report.advice === '' ? [] : [`**What to do next:** ${escaped(report.advice)}`]),
  ];
}

function planBlock(report: RollbackReport): readonly string[] {
  const steps = stepsOf(report).map(({ text }, i) => `${i + 1}. ${escaped(text.replace(/:$/, ''))}`);
  const estimate = report.estimated_duration_seconds;
  if (report.status === 'failed') return ['Nothing was changed: this was a dry run.'];
  return [
    'Nothing was changed. The real run would:',
    steps.length > 0 ? steps.join('\n') : '1. find nothing to do',
    ...(estimate > 0 ? [`It would take about ${estimate.toFixed(1)} s.`] : []),
  ];
}

/** The step first: of the readers of a summary few have the command at hand. */
function undoBlocks(report: RollbackReport, action: string): readonly string[] {
  const [step, command] = [undoStep(report, action), undoCommand(report)];
  if (step === undefined || command === undefined) return [];
  const login = report.repository_type === 'local' ? '' : ', after the login';
  return [
    `### How to undo it\n\nAs a step of a workflow${login}:\n\n${fenced('yaml', step.split('\n'))}`,
    folded('or on a command line', fenced('sh', [command])),
  ];
}

function fileBlock(report: RollbackReport): readonly string[] {
  const { shown, more } = first(report.artifacts_removed, MOST_FILES);
  if (shown.length === 0) return [];
  const names = shown.map((path) => `- ${code(path, LONGEST_MESSAGE)}`);
  if (more > 0) names.push(`- and ${grouped(more)} more, all in the report`);
  return [folded(counted(report.artifacts_removed.length, 'artifact'), names.join('\n'))];
}

const MARKS = { passed: '✅', failed: '❌', overridden: '⚠️', 'not checked': '➖' };
function checkBlock(report: RollbackReport): readonly string[] {
  const rows = checksOf(report).map(checkRow);
  return rows.length === 0 ? [] : [`### Checks\n\n${table(['Check', 'Result'], rows)}`];
}

const checkRow = ({ name, result }: Check): readonly string[] => [
  escaped(name),
  `${MARKS[result]} ${result}`,
];

function stageBlock({ stages }: RollbackReport): readonly string[] {
  return stages.length === 0 ? [] : [`### Stages\n\n${fenced('text', timeline(stages))}`];
}

function messageBlock(title: string, messages: readonly string[]): readonly string[] {
  return messages.length === 0 ? [] : [`### ${title}\n\n${bullets(messages)}`];
}

function bullets(messages: readonly string[]): string {
  const { shown, more } = first(messages, MOST_MESSAGES);
  const lines = shown.map((message) => `- ${escaped(message, LONGEST_MESSAGE)}`);
  return (more > 0 ? [...lines, `- and ${grouped(more)} more`] : lines).join('\n');
}

function evidenceBlock(report: RollbackReport, extras: SummaryExtras): readonly string[] {
  const facts: Fact[] = [
    ...evidenceOf(report),
    ...(extras.reports ?? []).map((path): Fact => ['Report', path]),
  ];
  const rows = facts.map(([label, path]) => [escaped(label), code(path)]);
  const uploaded = artifactRow(extras);
  if (uploaded !== undefined) rows.unshift(['Workflow artifact', uploaded]);
  return rows.length === 0 ? [] : [`### Evidence\n\n${table(['', ''], rows)}`];
}

function artifactRow({ artifactName, artifactUrl }: SummaryExtras): string | undefined {
  if (artifactName === undefined && artifactUrl === undefined) return undefined;
  const label = code(artifactName ?? 'evidence');
  // A link only to what is plainly one; anything else stays text.
  const plain = artifactUrl !== undefined && /^https?:\/\/[\w.:-]+(\/[\w./~%-]*)?$/.test(artifactUrl);
  return plain ? `<a href="${artifactUrl}">${label}</a>` : label;
}

/** Whole blocks only, so that no fence, table or fold is cut open. */
function fitted(blocks: readonly string[], limit: number): string {
  const whole = `${blocks.join('\n\n')}\n`;
  if (byteLength(whole) <= limit) return whole;
  const kept: string[] = [];
  let room = limit - byteLength(`${CUT}\n`);
  for (const block of blocks) {
    room -= byteLength(`${block}\n\n`);
    if (room < 0) break;
    kept.push(block);
  }
  return `${[...kept, CUT].join('\n\n')}\n`;
}
