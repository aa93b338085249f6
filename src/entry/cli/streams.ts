import { fstatSync, writeSync } from 'node:fs';

/** Results go to stdout, everything that happens on the way to stderr. */
export interface Streams {
  out(text: string): void;
  err(text: string): void;
}

export const streams: Streams = {
  out: writeOut,
  err: (text) => write(process.stderr, text),
};

/** A reader that went away (`release-rollback list | head -1`) must not break a rollback half-way. */
export function tolerateClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    // What is lost on stdout is noted where it is written; on stderr there is nobody left to tell.
    stream.on('error', () => undefined);
  }
}

let unwritten: Error | undefined;
let waiting: Promise<void> = Promise.resolve();

/** Why not all of stdout was written, once it is known; undefined where it was, or where its reader went away. */
export async function lostOutput(): Promise<Error | undefined> {
  await waiting;
  return unwritten;
}

function writeOut(text: string): void {
  if (text === '' || unwritten !== undefined || !process.stdout.writable) return;
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  if (isFile()) writeAll(whole);
  else waiting = new Promise((resolve) => process.stdout.write(whole, (error) => resolve(note(error))));
}

/** On a disk that fills up a write takes a part, and Node's own stream for files doesn't look how much. */
function writeAll(text: string): void {
  const bytes = new TextEncoder().encode(text);
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(process.stdout.fd, bytes, done);
  } catch (thrown) {
    note(thrown as NodeJS.ErrnoException);
  }
}

function isFile(): boolean {
  try {
    return fstatSync(process.stdout.fd).isFile();
  } catch {
    return false;
  }
}

function note(error: NodeJS.ErrnoException | null | undefined): void {
  if (error && error.code !== 'EPIPE') unwritten ??= error;
}

/** Whether nothing waits for a reader. */
export const isAllWritten = (): boolean =>
  [process.stdout, process.stderr].every(({ writableLength }) => writableLength === 0);

function write(stream: NodeJS.WriteStream, text: string): void {
  if (text === '' || !stream.writable) return;
  stream.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** Colors are for people at a terminal (https://no-color.org). */
export function wantsColor(allowed: boolean): boolean {
  const { NO_COLOR = '', TERM = '' } = process.env;
  const terminal = process.stdout.isTTY === true && process.stderr.isTTY === true;
  return allowed && terminal && NO_COLOR === '' && TERM !== 'dumb';
}
