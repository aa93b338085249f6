import { SystemClock } from '../../adapters/clock/system-clock.ts';
import { ActionsReporter } from '../../adapters/github/actions-reporter.ts';
import { makeFolder } from '../../adapters/github/folders.ts';
import type { GithubInputs } from '../../adapters/github/inputs.ts';
import { logGroup } from '../../adapters/github/log-line.ts';
import { readRun } from '../../adapters/github/run-context.ts';
import { stateFolderIfAny } from '../../adapters/sign/state-folder.ts';
import { asRollbackError, failure, RollbackError } from '../../domain/errors.ts';
import type { RollbackReport } from '../../domain/report.ts';
import { printable } from '../../domain/version.ts';
import { asksDoctor } from '../../request/action.ts';
import { placeGiven } from '../../request/repository-reach.ts';
import type { OperationRequest } from '../../request/request.ts';
import { perform } from '../perform.ts';
import { watchSignals } from '../signals.ts';
import { unstarted } from '../unstarted.ts';
import type { EntryParts } from '../wiring.ts';
import { deliver } from './deliver.ts';
import { isTrue, orderOf } from './order.ts';
import { withReports } from './refused.ts';
import { refuseDoctor, runDoctor } from './run-doctor.ts';

/** Inputs to exit code: parse, perform, deliver. */
export async function runAction(inputs: GithubInputs): Promise<number> {
  const reporter = new ActionsReporter({ verbose: isTrue(inputs.raw.verbose) });
  const cancellation = watchSignals((line) => reporter.info(line));
  const parts: EntryParts = {
    voice: 'action',
    reporter,
    cancelled: cancellation.signal,
    clock: new SystemClock(),
    makeFolder,
    signingKey: () => keyOf(inputs),
    machineKeyFolder: stateFolderIfAny(),
    standbyKey: () => (inputs.signingKey === undefined ? undefined : keyOf(inputs)),
  };
  try {
    return await operate(inputs, parts);
  } finally {
    cancellation.stop();
  }
}

async function operate(inputs: GithubInputs, parts: EntryParts): Promise<number> {
  const run = await readRun();
  const order = await orderOf(inputs, run).catch((thrown: unknown) => asRollbackError(thrown));
  if (order instanceof RollbackError) {
    if (inputs.raw.operation === 'doctor') return refuseDoctor(order, inputs, parts);
    const refused = await withReports(unstarted(order, parts, aboutOf(inputs)), inputs, parts);
    return deliver({ ...refused, order: undefined, run, temp: inputs.temp }, parts);
  }
  if (asksDoctor(order)) return runDoctor(order, parts);
  const performed = await logGroup(titleOf(order.request), () => perform(order, parts));
  return deliver({ ...performed, order, run, temp: inputs.temp }, parts);
}

/** What can be told of inputs that are no order. */
function aboutOf({ raw }: GithubInputs): Partial<RollbackReport> & Pick<RollbackReport, 'operation'> {
  return {
    operation: (['restore', 'recover'] as const).find((each) => each === raw.operation) ?? 'rollback',
    version: printable(raw.version ?? ''),
    dry_run: isTrue(raw['dry-run']),
    ...placeGiven(raw),
  };
}

function titleOf(request: OperationRequest): string {
  if (request.operation === 'recover') return 'recover';
  const about = request.version ?? (request.operation === 'restore' ? request.rollbackId : undefined);
  return `${request.operation} ${about ?? ''}`;
}

function keyOf({ signingKey, signingKeySource }: GithubInputs): ReturnType<EntryParts['signingKey']> {
  if (signingKey === undefined) throw failure('SIGNING_KEY', 'There is no signing key');
  return { kind: 'pem', pem: signingKey, name: signingKeySource };
}
