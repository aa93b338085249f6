import { doctorErrors, doctorJson, doctorText } from '../../report/doctor.ts';
import { examine } from '../examine.ts';
import { withAbsolutePaths } from '../paths.ts';
import type { CommandLine, Task } from './command-line.ts';
import { cliParts } from './parts.ts';
import { streams } from './streams.ts';

/** Shows whether a rollback could work here; changes no release. Resolves to the exit code. */
export async function showDoctor(
  { json, signingKey }: Extract<CommandLine, { task: Task }>,
  task: Extract<Task, { operation: 'doctor' }>,
): Promise<number> {
  const { parts, stop } = cliParts({ verbose: task.output.verbose, signingKey });
  try {
    const { report } = await examine(withAbsolutePaths(task, process.cwd()), parts);
    streams.out(json ? doctorJson(report) : doctorText(report));
    for (const error of doctorErrors(report)) streams.err(`ERROR: ${error}`);
    if (report.exit_code !== 0) streams.err(`Exit Code: ${report.exit_code}`);
    return report.exit_code;
  } finally {
    stop();
  }
}
