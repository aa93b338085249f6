import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/check-model.mjs', import.meta.url));

/** On a busy machine the exploration takes its time; it is bounded by its states, not by a clock. */
const PATIENCE = 240_000;

const check = (...args: string[]) => spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });

test('the protocol holds in the small scenarios, and every mutation of it is found', {
  timeout: PATIENCE,
}, () => {
  const run = check('--small');
  expect(run.stderr).toBe('');
  expect(run.status, run.stdout).toBe(0);
  expect(run.stdout.match(/^holds {5}/gm)).toHaveLength(3);
  expect(run.stdout.match(/^found {5}/gm)).toHaveLength(26);
  expect(run.stdout).not.toContain('SURVIVED');
});

test('a violation ends the check with 1 and the way that leads to it, step by step', () => {
  const run = check('--flaw', 'takeover-without-fence');
  expect(run.status).toBe(1);
  expect(run.stdout).toContain('I1: listed, but an artifact is not there');
  const steps = run.stdout.match(/^ *\d+\. .+$/gm) ?? [];
  expect(steps[0]).toBe('  1. run 0 (rollback): append claim → done');
  expect(steps.at(-1)).toMatch(/late: delete artifact \d \[operation 0\] of run 0 \(rollback\) lands$/);
});

test('a mutation that nobody knows is an error, so that a misspelt one is not taken for one that was found', () => {
  expect(check('--flaw', 'no-such-thing').status).not.toBe(0);
});
