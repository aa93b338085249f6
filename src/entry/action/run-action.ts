import { SystemClock } from '../../adapters/clock/system-clock.ts';
import { ActionsReporter } from '../../adapters/github/actions-reporter.ts';
import { makeFolder } from '../../adapters/github/folders.ts';
import type { GithubInputs } from '../../adapters/github/inputs.ts';
import { logGroup } from '../../adapters/github/log-line.ts';
import { type GithubRun, readRun } from '../../adapters/github/run-context.ts';
import { uploadObstacle } from '../../adapters/github/workflow-artifact.ts';
import { asRollbackError, failure } from '../../domain/errors.ts';
import type { RollbackReport } from '../../domain/report.ts';
import { printable } from '../../domain/version.ts';
import { type ActionOrder, parseAction } from '../../request/action.ts';
import { withAbsolutePaths } from '../paths.ts';
import { perform } from '../perform.ts';
import { watchSignals } from '../signals.ts';
import { unstarted } from '../unstarted.ts';
import type { EntryParts } from '../wiring.ts';
import { deliver } from './deliver.ts';
import { withReportFiles } from './report-files.ts';

/** Inputs to exit code: parse, perform, deliver. Never throws. */
export async function runAction(inputs: GithubInputs): Promise<number> {
  const reporter = new ActionsReporter({ verbose: inputs.raw.verbose === 'true' });
  const cancellation = watchSignals((line) => reporter.info(line));
  const parts: EntryParts = {
    reporter,
    cancelled: cancellation.signal,
    clock: new SystemClock(),
    makeFolder,
    signingKey: () => keyOf(inputs),
  };
  try {
    const run = await readRun();
    const order = readOrder(inputs, run);
    return 'problems' in order
      ? await refuse(order.problems, inputs, run, parts)
      : await carryOut(order.order, inputs, run, parts);
  } catch (thrown) {
    reporter.info(`ERROR: ${asRollbackError(thrown).message}`);
    return asRollbackError(thrown).exitCode;
  } finally {
    cancellation.stop();
  }
}

async function carryOut(
  order: ActionOrder,
  inputs: GithubInputs,
  run: GithubRun,
  parts: EntryParts,
): Promise<number> {
  const placed = await withReportFiles(withAbsolutePaths(order, inputs.workspace), inputs.temp);
  const what =
    order.request.operation === 'recover'
      ? 'recover'
      : `${order.request.operation} ${order.request.version ?? ''}`;
  const performed = await logGroup(what, () => perform(placed, parts));
  return deliver({ ...performed, order: placed, run, temp: inputs.temp }, parts);
}

/** Nothing was looked at yet: the inputs themselves are wrong, and all of it is told. */
async function refuse(
  problems: readonly string[],
  { raw }: GithubInputs,
  run: GithubRun,
  parts: EntryParts,
): Promise<number> {
  const [first = '', ...details] = problems;
  const operation = (['restore', 'recover'] as const).find((each) => each === raw.operation) ?? 'rollback';
  const about: Partial<RollbackReport> & Pick<RollbackReport, 'operation'> = {
    operation,
    version: printable(raw.version ?? ''),
    dry_run: raw['dry-run']?.toLowerCase() === 'true',
  };
  const report = unstarted(failure('BAD_INPUT', first, { details }), parts, about);
  return deliver({ report, reports: {}, order: undefined, run, temp: '' }, parts);
}

/** The order, or every problem: those of the inputs and what the runner lacks for them. */
function readOrder(inputs: GithubInputs, run: GithubRun): ReturnType<typeof parseAction> {
  const parsed = parseAction(inputs, run);
  const problems = 'problems' in parsed ? [...parsed.problems] : [];
  if (isTrue(inputs.raw['sign-audit-log']) && inputs.signingKey === undefined) {
    problems.push('signing-key: is required with sign-audit-log');
  }
  const obstacle = isTrue(inputs.raw['upload-artifacts']) ? uploadObstacle() : undefined;
  if (obstacle !== undefined) {
    problems.push(`upload-artifacts: is true, and nothing can be uploaded from here: ${obstacle}`);
  }
  return problems.length > 0 ? { problems } : parsed;
}

const isTrue = (text: string | undefined): boolean => text?.toLowerCase() === 'true';

function keyOf({ signingKey, signingKeySource }: GithubInputs): ReturnType<EntryParts['signingKey']> {
  if (signingKey === undefined) throw failure('SIGNING_KEY', 'There is no signing key');
  return { kind: 'pem', pem: signingKey, name: signingKeySource };
}
