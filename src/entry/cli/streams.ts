/** Results go to stdout, everything that happens on the way to stderr. */
export interface Streams {
  out(text: string): void;
  err(text: string): void;
}

export const streams: Streams = {
  out: (text) => write(process.stdout, text),
  err: (text) => write(process.stderr, text),
};

/** A reader that went away (`release-rollback list | head -1`) must not break a rollback half-way. */
export function tolerateClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // EIO: the terminal was closed.
      if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
    });
  }
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
