import type { RollbackReport } from '../../domain/report.ts';
import { closingLines } from '../../report/console.ts';
import { dryRunText } from '../../report/dry-run.ts';
import { encodeReport } from '../../report/json-report.ts';
import { withAbsolutePaths } from '../paths.ts';
import { perform } from '../perform.ts';
import type { CommandLine, Task } from './command-line.ts';
import { cliParts } from './parts.ts';
import { streams, wantsColor } from './streams.ts';

type Asked = Extract<CommandLine, { task: Task }>;

/** Carries an operation out and prints how it ended. Resolves to the exit code. */
export async function operate(
  asked: Asked,
  task: Exclude<Task, { operation: 'list' | 'doctor' }>,
): Promise<number> {
  const { verbose } = task.output;
  const { parts, stop } = cliParts({ verbose, signingKey: asked.signingKey });
  try {
    const { report } = await perform(withAbsolutePaths(task, process.cwd()), parts);
    // Those that did not pass by as they happened: of a run that ours finished, of a report that can't be written.
    for (const warning of report.warnings) parts.reporter.warn(warning);
    show(report, asked);
    return report.exit_code;
  } finally {
    stop();
  }
}

/** Results on stdout, problems on stderr; under --json only the report is on stdout. */
function show(report: RollbackReport, { json, color }: Asked): void {
  const results = json ? streams.err : streams.out;
  if (report.dry_run) {
    results(dryRunText(report));
  }
  if (json) {
    streams.out(new TextDecoder().decode(encodeReport(report)));
  }
  const closing = closingLines(report, { color: wantsColor(color) });
  results(closing.results.join('\n'));
  streams.err(closing.problems.join('\n'));
}
