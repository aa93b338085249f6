import { expect, test } from 'vitest';
import { ConsoleReporter } from '../../src/adapters/console/console-reporter.ts';

function reporterOn({ terminal = false, verbose = false }) {
  const written: string[] = [];
  let time = 0;
  const reporter = new ConsoleReporter({
    write: (text) => written.push(text),
    verbose,
    terminal,
    now: () => time,
  });
  const pass = (milliseconds: number) => {
    time += milliseconds;
  };
  return { reporter, written, pass };
}

test('stages and their durations are told as they end', () => {
  const { reporter, written } = reporterOn({});
  reporter.stageStarted('policy');
  reporter.stageEnded('policy', 0.0125);
  expect(written).toEqual(['policy        0.013 s\n']);
});

test('a long copy shows one line of progress on a terminal, and nothing elsewhere', () => {
  const ends: string[][] = [true, false].map((terminal) => {
    const { reporter, written, pass } = reporterOn({ terminal });
    reporter.stageStarted('backup');
    for (let done = 0; done <= 10_000; done++) {
      pass(1);
      reporter.progress('backup', done, 10_000);
    }
    reporter.stageEnded('backup', 10);
    return written;
  });
  expect(ends[0]?.[0]).toBe('\r\u001b[2Kbackup: 99 of 10000 (0 %)');
  expect(ends[0]?.length).toBeLessThan(110);
  expect(ends[0]?.slice(-2)).toEqual(['\r\u001b[2K', 'backup       10.000 s\n']);
  expect(ends[1]).toEqual(['backup       10.000 s\n']);
});

test('each warning is told once', () => {
  const { reporter, written } = reporterOn({});
  for (let n = 0; n < 3; n++) reporter.warn('the same');
  expect(written).toEqual(['WARNING: the same\n']);
});

test('details come only with --verbose', () => {
  for (const verbose of [true, false]) {
    const { reporter, written } = reporterOn({ verbose });
    reporter.debug('detail');
    expect(written).toEqual(verbose ? ['detail\n'] : []);
  }
});

test('a name can not command the terminal', () => {
  const { reporter, written } = reporterOn({});
  reporter.info('\u001b[2Jgone\r\u009b31m');
  expect(written.join('')).not.toMatch(/[^\P{Cc}\n]/u);
});
