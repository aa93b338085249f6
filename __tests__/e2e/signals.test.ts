import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runAction } from './action-run.ts';
import { cli } from './cli-run.ts';
import { index, published, type Sandbox, sandbox } from './sandbox.ts';

let box: Sandbox;
let lock: string;
beforeEach(async () => {
  box = await sandbox();
  lock = join(box.repository, 'index.json.lock');
});
afterEach(() => box.remove());

/** Verbose: the index is edited after the commit, and a publisher's lock is waited for. */
const COMMITTED = /^index …/m;

/** Sends signals, one right after the other, as soon as the process tells of a stage. */
const sends =
  (when: RegExp, ...signals: NodeJS.Signals[]) =>
  (child: { stdout: unknown; stderr: unknown; kill(signal: NodeJS.Signals): boolean }) => {
    const streams = [child.stdout, child.stderr] as NodeJS.ReadableStream[];
    const onText = (text: Buffer | string) => {
      if (!when.test(String(text))) return;
      for (const stream of streams) stream.off('data', onText);
      for (const signal of signals) child.kill(signal);
    };
    for (const stream of streams) stream.on('data', onText);
  };

test.each([['SIGINT'], ['SIGTERM'], ['SIGINT', 'SIGTERM']] as NodeJS.Signals[][])(
  'a run that is told %s %s ends by itself, all or nothing, and says where it stands',
  async (...signals) => {
    const before = await published(box.repository);
    await writeFile(lock, 'publisher');
    setTimeout(() => rm(lock, { force: true }), 2_000);
    const ended = await cli(box, ['--version', 'v1.0.2', '--verbose'], {
      watch: sends(/preflight/, ...signals),
    });
    expect(ended.signal).toBeNull();
    expect(ended.stderr).toContain('SIG');
    const after = await published(box.repository);
    if (ended.code === 0) expect((await index(box.repository)).releases).toHaveLength(2);
    else {
      expect([43, 44]).toContain(ended.code);
      expect({ ...after, 'index.json.lock': '' }).toEqual({ ...before, 'index.json.lock': '' });
    }
    expect(await cli(box, ['recover'])).toMatchObject({ code: 0 });
  },
);

test('a second signal is explained', async () => {
  await writeFile(lock, 'publisher');
  setTimeout(() => rm(lock, { force: true }), 2_500);
  const ended = await cli(box, ['--version', 'v1.0.2', '--verbose'], {
    watch: sends(COMMITTED, 'SIGINT', 'SIGTERM'),
  });
  expect(ended.signal).toBeNull();
  // Which of two pending signals comes first is the system's choice.
  expect(ended.stderr).toMatch(/^SIG(INT|TERM): ending cleanly; nothing is lost/m);
  expect(ended.stderr).toMatch(/^SIG(INT|TERM) again: already ending/m);
});

test('a cancelled Action still sets its outputs and its summary', async () => {
  await writeFile(lock, 'publisher');
  setTimeout(() => rm(lock, { force: true }), 2_000);
  const ended = await runAction(
    box,
    { version: 'v1.0.2', verbose: 'true' },
    { watch: sends(COMMITTED, 'SIGINT') },
  );
  expect(ended.signal).toBeNull();
  expect(ended.outputs['exit-code']).toBe(String(ended.code));
  expect(ended.summary).toContain('v1.0.2');
});

test('a reader of stdout that goes away breaks nothing', async () => {
  const ended = await cli(box, ['--version', 'v1.0.2', '--json'], {
    watch: (child) => {
      child.stdout?.destroy();
    },
  });
  expect(ended).toMatchObject({ code: 0, signal: null });
  expect((await index(box.repository)).releases).toHaveLength(2);
});
