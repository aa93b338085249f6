import type { RawOptions } from '../../src/request/options.ts';
import {
  type Order,
  type Parsed,
  parseRecover,
  parseRestore,
  parseRollback,
} from '../../src/request/parse.ts';
import type { RecoverRequest, RestoreRequest, RollbackRequest } from '../../src/request/request.ts';

export const WHO = { actor: 'ada', run: 'cli' };
const dashes = (name: string) => `--${name}`;

export const rollbackOf = (raw: RawOptions) => parseRollback(raw, WHO, dashes);
export const restoreOf = (raw: RawOptions) => parseRestore(raw, WHO, dashes);
export const recoverOf = (raw: RawOptions) => parseRecover(raw, WHO, dashes);

export function ordered<T extends RollbackRequest | RestoreRequest | RecoverRequest>(
  parsed: Parsed<Order<T>>,
): Order<T> {
  if ('problems' in parsed) throw new Error(parsed.problems.join('\n'));
  return parsed.order;
}

export const problemsOf = (parsed: Parsed<unknown>): readonly string[] =>
  'problems' in parsed ? parsed.problems : [];

/** The repository of a rollback with these options, or why there is none. */
export const repositoryOf = (raw: RawOptions) => ordered(rollbackOf({ version: 'v1', ...raw })).repository;
export const problemsWith = (raw: RawOptions) => problemsOf(rollbackOf({ version: 'v1', ...raw }));
