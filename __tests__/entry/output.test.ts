import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Output } from '../../src/entry/cli/output.ts';

let folder: string;
let pipe: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'output-'));
  pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Node's stream of a descriptor, as far as it is asked. */
function streamInto(handed: string[]): Writable {
  return new Writable({
    write: (chunk, _encoding, done) => {
      handed.push(String(chunk));
      done();
    },
  });
}

function readAll(descriptor: number): string {
  const buffer = Buffer.alloc(1 << 20);
  return buffer.toString('utf8', 0, readSync(descriptor, buffer));
}

describe.skipIf(process.platform === 'win32')('what is printed', () => {
  test('goes to the descriptor, and no stream is opened for it', () => {
    const both = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
    const output = new Output(both, () => {
      throw new Error('asked for a stream');
    });
    output.write('one ');
    output.write('');
    output.write('two\n');
    expect(readAll(both)).toBe('one two\n');
    expect(output.isTerminal()).toBe(false);
    closeSync(both);
  });

  test('goes on by the stream, in its order, when a pipe is full and does not block', () => {
    const both = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
    const handed: string[] = [];
    const output = new Output(both, () => streamInto(handed));
    const long = Array.from({ length: 300_000 }, (_, at) => String(at % 10)).join('');
    output.write(long);
    output.write('end');
    const piped = readAll(both);
    expect(piped.length).toBeGreaterThan(0);
    expect(handed.length).toBe(2);
    expect(piped + handed.join('')).toBe(`${long}end`);
    closeSync(both);
  });

  test('is not all written while the stream waits for its reader', () => {
    const both = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
    const waiting: (() => void)[] = [];
    const stream = new Writable({ write: (_chunk, _encoding, done) => waiting.push(done) });
    const output = new Output(both, () => stream);
    output.write('a'.repeat(300_000));
    expect(output.isWritten()).toBe(false);
    for (const done of waiting) done();
    expect(output.isWritten()).toBe(true);
    closeSync(both);
  });

  test('is dropped when the reader went away', () => {
    const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
    const writer = openSync(pipe, constants.O_WRONLY);
    closeSync(reader);
    const handed: string[] = [];
    const output = new Output(writer, () => streamInto(handed));
    output.write('nobody');
    output.write('reads');
    expect(handed).toEqual([]);
    closeSync(writer);
  });
});
