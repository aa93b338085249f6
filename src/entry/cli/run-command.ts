import type { CommandLine } from './command-line.ts';
import { streams } from './streams.ts';
import { usageError } from './usage-error.ts';

/** Carries a command line out. What it needs is loaded only now: help and usage errors come at once. */
export async function runCommand(line: CommandLine): Promise<number> {
  if ('help' in line) {
    streams.out(line.help);
    return 0;
  }
  if ('problems' in line) return usageError(line);
  if (line.task.operation === 'list') {
    const { showList } = await import('./show-list.ts');
    return showList(line, line.task);
  }
  if (line.task.operation === 'doctor') {
    const { showDoctor } = await import('./show-doctor.ts');
    return showDoctor(line, line.task);
  }
  const { operate } = await import('./operate.ts');
  return operate(line, line.task);
}
