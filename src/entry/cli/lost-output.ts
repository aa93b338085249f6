import { FAILURES } from '../../domain/errors.ts';
import type { CommandLine } from './command-line.ts';
import { lostOutput, streams } from './streams.ts';

/** The exit code once stdout is written. Where the answer itself was to be there and is not, it can't be 0. */
export async function afterOutput(line: CommandLine, exitCode: number): Promise<number> {
  const lost = await lostOutput();
  if (lost === undefined) return exitCode;
  const changes = 'task' in line && changesSomething(line.task);
  const message = `stdout can't be written: ${lost.message}`;
  if (exitCode !== 0 || (changes && !line.json)) {
    streams.err(`WARNING: ${message}`);
    return exitCode;
  }
  const again = changes ? `The ${line.task.operation} itself is done: don't run it again for that.` : '';
  streams.err(`ERROR: ${message}`);
  streams.err(`Next: ${again === '' ? 'Make room where the output goes, then run it again.' : again}`);
  streams.err(`Exit Code: ${FAILURES.EVIDENCE.exitCode}`);
  return FAILURES.EVIDENCE.exitCode;
}

function changesSomething(task: Extract<CommandLine, { task: unknown }>['task']): boolean {
  return task.operation !== 'list' && task.operation !== 'doctor' && !task.request.dryRun;
}
