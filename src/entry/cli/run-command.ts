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
  const { operate, showDoctor, showList } = await import('./commands.ts');
  switch (line.task.operation) {
    case 'list':
      return showList(line, line.task);
    case 'doctor':
      return showDoctor(line, line.task);
    default:
      return operate(line, line.task);
  }
}
