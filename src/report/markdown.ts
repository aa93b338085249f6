import { oneLine } from './safe-text.ts';

const PLAIN = /[^A-Za-z0-9 ./,;:=+()'?%\u00a1-\u{10ffff}-]/gu;

/**
 * Foreign text in Markdown or HTML: all that could be markup there is written as a character reference, which is
 * never markup, whatever stands around it.
 */
export function escaped(text: string, longest?: number): string {
  return (
    oneLine(text, longest)
      .replace(PLAIN, (character) => `&#${character.codePointAt(0)};`)
      // Links and emoji names.
      .replace(/:(?=\S)/g, '&#58;')
      .replace(/www\./gi, (match) => `${match.slice(0, 3)}&#46;`)
  );
}

/** The same as code; GitHub turns no mention or issue number in it into a link. */
export const code = (text: string, longest?: number): string => `<code>${escaped(text, longest)}</code>`;

/** A fenced block; the fence is longer than any run of backticks inside. */
export function fenced(language: string, lines: readonly string[]): string {
  const runs = lines.flatMap((line) => line.match(/`+/g) ?? []).map((run) => run.length);
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run + 1)));
  return [fence + language, ...lines, fence].join('\n');
}

/** Cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

/** Folded away until it is clicked. */
export const folded = (title: string, body: string): string =>
  `<details>\n<summary>${title}</summary>\n\n${body}\n\n</details>`;

/** UTF-8 length of a text, counted without making the bytes. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
