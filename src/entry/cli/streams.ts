import { Output } from './output.ts';

/** Results go to stdout, everything that happens on the way to stderr. */
export interface Streams {
  out(text: string): void;
  err(text: string): void;
}

const stdout = new Output(1, () => process.stdout);
export const stderr = new Output(2, () => process.stderr);

export const streams: Streams = {
  out: (text) => stdout.write(asLines(text)),
  err: (text) => stderr.write(asLines(text)),
};

/** Whether nothing waits for a reader. */
export const isAllWritten = (): boolean => stdout.isWritten() && stderr.isWritten();

const asLines = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

/** Colors are for people at a terminal (https://no-color.org). */
export function wantsColor(allowed: boolean): boolean {
  const { NO_COLOR = '', TERM = '' } = process.env;
  return allowed && NO_COLOR === '' && TERM !== 'dumb' && stderr.isTerminal() && stdout.isTerminal();
}
