import type { RollbackReport } from '../domain/report.ts';
import { marksEntry } from './facts.ts';
import { oneLine } from './safe-text.ts';
import { counted, first, grouped, OPERATIONS } from './words.ts';

const RULE = '='.repeat(67);
const MOST_FILES = 10;

/** One thing that would be done; `files` where the artifacts are named below it. */
export interface Step {
  readonly text: string;
  readonly files: boolean;
}

/** What the real run would do, in the guide's words and numbering (its order, not ours: DESIGN §2). */
export function stepsOf(report: RollbackReport): readonly Step[] {
  if (report.status === 'failed') return [];
  const { operation, version, total_artifacts_removed: total, index_updated } = report;
  if (operation === 'recover') return recoverSteps(report.summary);
  const marks = marksEntry(report);
  const takes = total > 0 || index_updated || marks;
  const back = operation === 'restore';
  return [
    ...(!back && takes && report.backup_created
      ? [step(total > 0 ? `Backup version ${version}` : 'Backup index state')]
      : []),
    ...(total > 0
      ? [{ text: `${OPERATIONS[operation].move} ${counted(total, 'artifact')}:`, files: true }]
      : []),
    ...(index_updated
      ? [step(back ? `Put ${version} back into index` : `Remove ${version} from index`)]
      : []),
    ...(marks
      ? [step(back ? `Take the mark off ${version} in index` : `Mark ${version} as removed in index`)]
      : []),
  ];
}

/** `DRY RUN: would finish the rollback …` as a step: `Finish the rollback …`; none where nothing is open. */
function recoverSteps(summary: string): readonly Step[] {
  const [, initial = '', rest = ''] = /^DRY RUN: would (.)(.*)$/s.exec(summary) ?? [];
  return initial === '' ? [] : [step(initial.toUpperCase() + rest)];
}

const step = (text: string): Step => ({ text, files: false });

/** The guide's DRY RUN block ("Dry-Run Simulation"). */
export function dryRunText(report: RollbackReport): string {
  const about = aboutLines(report);
  const body = report.status === 'failed' ? obstacles(report) : operations(report);
  const gap = about.length > 0 ? [''] : [];
  return [
    ...[RULE, 'DRY RUN SIMULATION', RULE],
    ...[...about, ...gap, ...body, ''],
    ...[RULE, 'DRY RUN COMPLETE - No changes made', RULE, ''],
  ].join('\n');
}

function aboutLines(report: RollbackReport): readonly string[] {
  const { version, operation, total_artifacts_removed: total, estimated_duration_seconds: estimate } = report;
  const judged = report.status !== 'failed';
  const what = operation === 'restore' ? 'put back' : 'remove';
  return [
    ...(version === '' ? [] : [`Version: ${oneLine(version)}`]),
    ...(operation === 'recover' ? [] : [`Rollback Type: ${report.rollback_type}`]),
    ...(operation === 'recover' || !judged ? [] : [`Artifacts to ${what}: ${grouped(total)}`]),
    ...(judged && estimate > 0 ? [`Estimated duration: ${estimate.toFixed(1)}s`] : []),
  ];
}

function operations(report: RollbackReport): readonly string[] {
  const steps = stepsOf(report).flatMap(({ text, files }, i) => [
    `  ${i + 1}. ${oneLine(text)}`,
    ...(files ? fileLines(report.artifacts_removed) : []),
  ]);
  return ['Operations that would be performed:', ...(steps.length > 0 ? steps : ['  none'])];
}

function fileLines(paths: readonly string[]): readonly string[] {
  const { shown, more } = first(paths, MOST_FILES);
  const lines = shown.map((path) => `     - ${oneLine(path)}`);
  return more > 0 ? [...lines, `     ... and ${grouped(more)} more`] : lines;
}

function obstacles({ would_exit_code, exit_code, errors, operation }: RollbackReport): readonly string[] {
  const { noun } = OPERATIONS[operation];
  const { shown, more } = first(errors, 20);
  const lines = shown.map((error) => `  - ${oneLine(error)}`);
  if (more > 0) lines.push(`  ... and ${grouped(more)} more`);
  return [`The ${noun} would fail with exit code ${would_exit_code ?? exit_code}:`, ...lines];
}
