import { fstatSync, writeSync } from 'node:fs';
import type { Writable } from 'node:stream';

/** What a reader that went away looks like; EIO: the terminal was closed. */
const GONE = ['EPIPE', 'EIO'];

export type OutputStream = Writable & { readonly isTTY?: boolean };

/**
 * stdout or stderr by its descriptor. Node's own streams take three milliseconds to load and are asked only where they
 * know more: for a full pipe that does not block, and on Windows. A reader that went away (`release-rollback list |
 * head -1`) must not break a rollback half-way.
 */
export class Output {
  readonly #descriptor: number;
  readonly #open: () => OutputStream;
  #stream: OutputStream | undefined;
  #gone = false;

  /** `open` gives Node's stream of the same descriptor. */
  constructor(descriptor: number, open: () => OutputStream) {
    this.#descriptor = descriptor;
    this.#open = open;
  }

  write(text: string): void {
    if (this.#gone || text === '') return;
    if (this.#stream !== undefined || process.platform === 'win32') {
      this.#hand(text);
      return;
    }
    let left: Uint8Array = Buffer.from(text);
    try {
      while (left.length > 0) left = left.subarray(writeSync(this.#descriptor, left));
    } catch (thrown) {
      if (isGone(thrown)) this.#gone = true;
      else this.#hand(left);
    }
  }

  /** Whether nothing waits for its reader. */
  isWritten(): boolean {
    return this.#stream === undefined || this.#stream.writableLength === 0;
  }

  /** Whether a person looks at it. */
  isTerminal(): boolean {
    try {
      return fstatSync(this.#descriptor).isCharacterDevice() && this.#open().isTTY === true;
    } catch {
      return false;
    }
  }

  #hand(rest: string | Uint8Array): void {
    this.#stream ??= this.#open().on('error', (thrown: unknown) => {
      if (!isGone(thrown)) throw thrown;
    });
    if (this.#stream.writable) this.#stream.write(rest);
  }
}

const isGone = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && GONE.includes(String(thrown.code));
