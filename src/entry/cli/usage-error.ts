import type { CommandLine } from './command-line.ts';
import { streams } from './streams.ts';

/** The exit code of every usage error, a version outside the grammar included (DESIGN §6). */
export const USAGE_EXIT_CODE = 2;

/** All problems at once, on stderr; under --json a report on stdout, so that a reader always finds one. */
export async function usageError(
  line: Extract<CommandLine, { problems: readonly string[] }>,
): Promise<number> {
  for (const problem of line.problems) streams.err(`ERROR: ${problem}`);
  streams.err(`See: ${line.usage} --help`);
  streams.err(`Exit Code: ${USAGE_EXIT_CODE}`);
  if (line.json) {
    const { usageReport } = await import('./commands.ts');
    streams.out(usageReport(line.problems, line.usage, USAGE_EXIT_CODE));
  }
  return USAGE_EXIT_CODE;
}
