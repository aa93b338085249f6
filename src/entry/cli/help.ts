import { TOOL_VERSION } from '../../domain/tool-version.ts';
import type { CommandAbout } from './arguments.ts';

const WIDTH = 100;
const HELP = { heading: 'Options:', options: [{ flags: '-h, --help', about: 'this text' }] };

/** What `--help` prints: each flag with what it does, under its heading. */
export function helpText({ usage, name, about, groups, after }: CommandAbout): string {
  const all = [...groups, HELP];
  const widest = Math.max(...all.flatMap(({ options }) => options).map(({ flags }) => flags.length));
  const indent = widest + 4;
  const line = (flags: string, text: string): string =>
    `  ${flags.padEnd(indent - 2)}${wrapped(text, WIDTH - indent).join(`\n${' '.repeat(indent)}`)}\n`;
  const sections = all.map(
    ({ heading, options }) => `\n${heading}\n${options.map((each) => line(each.flags, each.about)).join('')}`,
  );
  return `Usage: ${name} ${usage}\n\n${about}\n${sections.join('')}\n${after}\nrelease-rollback ${TOOL_VERSION}\n`;
}

/** In lines of at most `width` characters, or one word. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}
