import { expect, test, vi } from 'vitest';
import { SystemClock } from '../../src/adapters/clock/system-clock.ts';
import { cliParts } from '../../src/entry/cli/parts.ts';
import { openContext } from '../../src/entry/wiring.ts';
import type { OutputOptions } from '../../src/request/request.ts';
import { FIXTURE, silent } from '../builders/memory-world.ts';
import { privateKeyPem } from '../e2e/signing-key.ts';

const output = (sign: boolean): OutputOptions => ({
  manifestDir: undefined,
  auditDir: undefined,
  jsonReport: undefined,
  textReport: undefined,
  sign,
  verbose: false,
});

test.each([
  ['is told to sign', true, ['signer']],
  ['is not told to sign, and was given a key', false, ['standbySigner']],
])('a run that %s', async (_, sign, expected) => {
  vi.stubEnv('ROLLBACK_SIGNING_KEY', privateKeyPem());
  try {
    const { parts, stop } = cliParts({ verbose: false, signingKey: undefined });
    stop();
    const context = await openContext({ type: 'local', path: FIXTURE }, output(sign), parts);
    const { signer, standbySigner } = context;
    const there = Object.entries({ signer, standbySigner }).filter(([, value]) => value !== undefined);
    expect(there.map(([name]) => name)).toEqual(expected);
    expect(await there[0]?.[1]?.prepare()).toEqual([]);
  } finally {
    vi.unstubAllEnvs();
  }
});

test('a run that was given no key has none, and makes none', async () => {
  vi.stubEnv('ROLLBACK_SIGNING_KEY', '');
  try {
    const { parts, stop } = cliParts({ verbose: false, signingKey: undefined });
    stop();
    const given = { ...parts, reporter: silent, clock: new SystemClock() };
    const context = await openContext({ type: 'local', path: FIXTURE }, output(false), given);
    expect([context.signer, context.standbySigner]).toEqual([undefined, undefined]);
  } finally {
    vi.unstubAllEnvs();
  }
});
