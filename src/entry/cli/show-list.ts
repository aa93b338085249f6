import { writeReportFile } from '../../adapters/evidence/report-files.ts';
import { asRollbackError, type RollbackError } from '../../domain/errors.ts';
import { traceOf } from '../../domain/trace.ts';
import { list } from '../../engine/list.ts';
import { failedListing, listingJson, listingText } from '../../report/listing.ts';
import { oneLine } from '../../report/safe-text.ts';
import { locationOf } from '../../request/repository-reach.ts';
import { withAbsolutePaths } from '../paths.ts';
import { openStore } from '../wiring.ts';
import type { CommandLine, Task } from './command-line.ts';
import { cliParts } from './parts.ts';
import { streams } from './streams.ts';

/** Shows what is in the repository; changes nothing. Resolves to the exit code. */
export async function showList(
  { json }: Extract<CommandLine, { task: Task }>,
  task: Extract<Task, { operation: 'list' }>,
): Promise<number> {
  const { repository, output } = withAbsolutePaths(task, process.cwd());
  const { parts, stop } = cliParts({ verbose: output.verbose, signingKey: undefined });
  let told = false;
  try {
    const listing = await list({ store: await openStore(repository, parts), clock: parts.clock });
    for (const warning of listing.warnings) parts.reporter.warn(warning);
    const asJson = listingJson(listing);
    const asText = listingText(listing);
    streams.out(json ? asJson : asText);
    told = true;
    if (output.jsonReport !== undefined) await write(output.jsonReport, asJson);
    if (output.textReport !== undefined) await write(output.textReport, asText);
    return 0;
  } catch (thrown) {
    const error = asRollbackError(thrown);
    for (const line of traceOf(error)) parts.reporter.debug(line);
    const where = { type: repository.type, location: locationOf(repository) };
    // A reader of --json always finds one document; a listing that only could not be written to a file is one.
    if (json && !told) streams.out(listingJson(failedListing(error, where)));
    return failed(error);
  } finally {
    stop();
  }
}

const write = (path: string, text: string): Promise<string> =>
  writeReportFile(path, new TextEncoder().encode(text));

function failed({ message, details, advice, exitCode }: RollbackError): number {
  for (const line of [message, ...details]) streams.err(`ERROR: ${oneLine(line)}`);
  streams.err(`Next: ${oneLine(advice)}`);
  streams.err(`Exit Code: ${exitCode}`);
  return exitCode;
}
