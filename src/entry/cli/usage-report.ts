import { failure } from '../../domain/errors.ts';
import { unexamined } from '../../engine/mod.ts';
import { doctorJson } from '../../report/doctor.ts';
import { encodeReport } from '../../report/json-report.ts';
import { failedListing, listingJson } from '../../report/listing.ts';
import { unstarted } from '../unstarted.ts';
import { cliParts } from './parts.ts';

/** Where the words of the command line did not say. */
const NOWHERE = { type: 'local', location: '' } as const;

/** A usage error in the form of the subcommand's own report, for a reader of --json. */
export function usageReport(
  [first = '', ...details]: readonly string[],
  usage: string,
  exitCode: number,
): string {
  const error = failure('BAD_INPUT', first, { details, advice: `See: ${usage} --help` });
  const subcommand = usage.split(' ').at(-1);
  if (subcommand === 'list') return listingJson({ ...failedListing(error, NOWHERE), exit_code: exitCode });
  if (subcommand === 'doctor') return doctorJson({ ...unexamined(error, NOWHERE), exit_code: exitCode });
  const operation = (['restore', 'recover'] as const).find((each) => each === subcommand) ?? 'rollback';
  const { parts, stop } = cliParts({ verbose: false, signingKey: undefined });
  stop();
  const report = unstarted(error, parts, { operation });
  return new TextDecoder().decode(encodeReport({ ...report, exit_code: exitCode }));
}
