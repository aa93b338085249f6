import { refuseReportPlaces, writeReportFile } from '../../adapters/evidence/report-files.ts';
import { asRollbackError, type RollbackError } from '../../domain/errors.ts';
import { traceOf } from '../../domain/trace.ts';
import { list } from '../../engine/list.ts';
import { failedListing, listingJson, listingText } from '../../report/listing.ts';
import { oneLine } from '../../report/safe-text.ts';
import { locationOf, whereIs } from '../../request/repository-reach.ts';
import { fitting } from '../advice.ts';
import { withAbsolutePaths } from '../paths.ts';
import { reportFileOptions, reportPaths } from '../reports.ts';
import { openStore } from '../wiring.ts';
import type { CommandLine, Task } from './command-line.ts';
import { cliParts } from './parts.ts';
import { streams } from './streams.ts';

/** Shows what is in the repository; changes nothing. Resolves to the exit code. */
export async function showList(
  { json, signingKey }: Extract<CommandLine, { task: Task }>,
  task: Extract<Task, { operation: 'list' }>,
): Promise<number> {
  const order = withAbsolutePaths(task, process.cwd());
  const { repository, output } = order;
  const { parts, stop } = cliParts({ verbose: output.verbose, signingKey });
  let told = false;
  try {
    const options = await reportFileOptions(order, undefined, parts);
    refuseReportPlaces(reportPaths(output), options);
    const listing = await list({ store: await openStore(repository, parts), clock: parts.clock });
    for (const warning of listing.warnings) parts.reporter.warn(warning);
    const asJson = listingJson(listing);
    const asText = listingText(listing, whereIs(repository));
    streams.out(json ? asJson : asText);
    told = true;
    if (output.jsonReport !== undefined) await writeReportFile(output.jsonReport, bytes(asJson), options);
    if (output.textReport !== undefined) await writeReportFile(output.textReport, bytes(asText), options);
    return 0;
  } catch (thrown) {
    const error = asRollbackError(thrown);
    const advice = fitting(error.advice, whereIs(repository), 'cli');
    for (const line of traceOf(error)) parts.reporter.debug(line);
    const where = { type: repository.type, location: locationOf(repository) };
    // A reader of --json always finds one document; a listing that only could not be written to a file is one.
    if (json && !told) streams.out(listingJson({ ...failedListing(error, where), advice }));
    return failed(error, advice);
  } finally {
    stop();
  }
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function failed({ message, details, exitCode }: RollbackError, advice: string): number {
  for (const line of [message, ...details]) streams.err(`ERROR: ${oneLine(line)}`);
  streams.err(`Next: ${oneLine(advice)}`);
  streams.err(`Exit Code: ${exitCode}`);
  return exitCode;
}
