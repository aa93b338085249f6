import { asRollbackError, type RollbackError } from '../../domain/errors.ts';
import type { RepositoryListing } from '../../domain/listing.ts';
import { oneLine } from '../../report/safe-text.ts';
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
  const { parts, stop } = await cliParts({ verbose: output.verbose, signingKey: undefined });
  try {
    const { list } = await import('../../engine/list.ts');
    const listing = await list({ store: await openStore(repository, parts.clock), clock: parts.clock });
    for (const warning of listing.warnings) parts.reporter.warn(warning);
    const [asJson, asText] = await rendered(listing);
    streams.out(json ? asJson : asText);
    if (output.jsonReport !== undefined) await write(output.jsonReport, asJson);
    if (output.textReport !== undefined) await write(output.textReport, asText);
    return 0;
  } catch (thrown) {
    return failed(asRollbackError(thrown));
  } finally {
    stop();
  }
}

async function rendered(listing: RepositoryListing): Promise<readonly [json: string, text: string]> {
  const [{ harmlessJson }, { listingText }] = await Promise.all([
    import('../../report/safe-text.ts'),
    import('../../report/listing.ts'),
  ]);
  return [`${harmlessJson(JSON.stringify(listing, null, 2))}\n`, listingText(listing)];
}

async function write(path: string, text: string): Promise<void> {
  const [{ mkdir, writeFile }, { dirname }, { evidenceFailure }] = await Promise.all([
    import('node:fs/promises'),
    import('node:path'),
    import('../../adapters/evidence/folder-failure.ts'),
  ]);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  } catch (thrown) {
    throw evidenceFailure('Report', path, thrown);
  }
}

function failed({ message, details, advice, exitCode }: RollbackError): number {
  for (const line of [message, ...details]) streams.err(`ERROR: ${oneLine(line)}`);
  streams.err(`Next: ${oneLine(advice)}`);
  streams.err(`Exit Code: ${exitCode}`);
  return exitCode;
}
