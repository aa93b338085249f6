import { failure } from '../../domain/errors.ts';
import { encodeReport } from '../../report/json-report.ts';
import { unstarted } from '../unstarted.ts';
import { cliParts } from './parts.ts';

/** A usage error as a report, for a reader of --json. */
export function usageReport(
  [first = '', ...details]: readonly string[],
  usage: string,
  exitCode: number,
): string {
  const operation = (['restore', 'recover'] as const).find((each) => usage.endsWith(each)) ?? 'rollback';
  const { parts, stop } = cliParts({ verbose: false, signingKey: undefined });
  stop();
  const error = failure('BAD_INPUT', first, { details, advice: `See: ${usage} --help` });
  const report = unstarted(error, parts, { operation });
  return new TextDecoder().decode(encodeReport({ ...report, exit_code: exitCode }));
}
