import type { CommandLine } from '../../src/entry/cli/command-line.ts';

export function helpOf(line: CommandLine): string {
  if (!('help' in line)) throw new Error(JSON.stringify(line));
  return line.help;
}

export const problemsOf = (line: CommandLine): readonly string[] => ('problems' in line ? line.problems : []);

export function taskOf(line: CommandLine) {
  if (!('task' in line)) throw new Error(JSON.stringify(line));
  return line;
}
