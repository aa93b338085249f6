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
  if (line.json) await reportAsJson(line.problems, line.usage);
  return USAGE_EXIT_CODE;
}

async function reportAsJson([first = '', ...details]: readonly string[], usage: string): Promise<void> {
  const [{ failure }, { unstarted }, { cliParts }, { encodeReport }] = await Promise.all([
    import('../../domain/errors.ts'),
    import('../unstarted.ts'),
    import('./parts.ts'),
    import('../../report/json-report.ts'),
  ]);
  const advice = `See: ${usage} --help`;
  const operation = (['restore', 'recover'] as const).find((each) => usage.endsWith(each)) ?? 'rollback';
  const { parts } = await cliParts({ verbose: false, signingKey: undefined });
  const report = await unstarted(failure('BAD_INPUT', first, { details, advice }), parts, { operation });
  streams.out(new TextDecoder().decode(encodeReport({ ...report, exit_code: USAGE_EXIT_CODE })));
}
