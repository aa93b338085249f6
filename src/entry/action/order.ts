import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../adapters/github/folders.ts';
import type { GithubInputs } from '../../adapters/github/inputs.ts';
import { uploadObstacle } from '../../adapters/github/workflow-artifact.ts';
import { asRollbackError, failure } from '../../domain/errors.ts';
import { type AnyActionOrder, parseAction } from '../../request/action.ts';
import type { Identity } from '../../request/parse.ts';
import { withAbsolutePaths } from '../paths.ts';

/** The inputs as an order with absolute paths; throws BAD_INPUT with every problem. */
export async function orderOf(inputs: GithubInputs, who: Identity): Promise<AnyActionOrder> {
  const parsed = parseAction(inputs, who);
  const problems = [...('problems' in parsed ? parsed.problems : []), ...lacking(inputs)];
  if (problems.length > 0 || 'problems' in parsed) {
    const [first = 'The inputs are not usable', ...details] = problems;
    throw failure('BAD_INPUT', first, { details });
  }
  return withReportFiles(withAbsolutePaths(parsed.order, inputs.workspace), inputs.temp);
}

/** What the inputs ask for and this run can't give: known before anything is changed. */
function lacking({ raw, signingKey, signingKeySource }: GithubInputs): readonly string[] {
  const problems: string[] = [];
  const signs = isTrue(raw['sign-audit-log']);
  if (signs && signingKey === undefined) problems.push('signing-key: is required with sign-audit-log');
  // The variable may be meant for other steps; the input is meant for us, and nothing would be signed.
  if (!signs && signingKey !== undefined && signingKeySource === 'signing-key') {
    problems.push('signing-key: is of use only with sign-audit-log');
  }
  const obstacle = isTrue(raw['upload-artifacts']) ? uploadObstacle() : undefined;
  if (obstacle !== undefined) {
    problems.push(`upload-artifacts: is true, and nothing can be uploaded from here: ${obstacle}`);
  }
  return problems;
}

export const isTrue = (text: string | undefined): boolean => text?.toLowerCase() === 'true';

/** Reports that no input gives a place go to the runner's temp folder: they are uploaded all the same. */
async function withReportFiles<T extends AnyActionOrder>(order: T, temp: string): Promise<T> {
  const { jsonReport, textReport } = order.output;
  if (jsonReport !== undefined && textReport !== undefined) return order;
  const stem = join(await newFolder(temp), stemOf(order.request));
  const output = {
    ...order.output,
    jsonReport: jsonReport ?? `${stem}.json`,
    textReport: textReport ?? `${stem}.txt`,
  };
  return { ...order, output };
}

/** A folder of our own below it; throws EVIDENCE. */
export async function newFolder(temp: string): Promise<string> {
  try {
    await makeFolder(temp);
    return await mkdtemp(join(temp, 'release-rollback-'));
  } catch (thrown) {
    throw asRollbackError(thrown, 'EVIDENCE');
  }
}

/** `v1.0.2.rollback-report`, as the guide's integrated script calls it. */
function stemOf(request: AnyActionOrder['request']): string {
  if (request.operation === 'doctor') return 'doctor-report';
  if (request.operation === 'recover') return 'recover-report';
  const about = request.operation === 'restore' ? (request.version ?? request.rollbackId) : request.version;
  return `${about}.${request.operation}-report`;
}
