import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SystemClock } from '../../src/adapters/clock/system-clock.ts';
import { perform } from '../../src/entry/perform.ts';
import { parseRollback } from '../../src/request/parse.ts';
import { silent } from '../builders/memory-world.ts';

const parts = {
  voice: 'cli' as const,
  reporter: silent,
  cancelled: new AbortController().signal,
  clock: new SystemClock(),
  signingKey: () => ({ kind: 'pem', pem: '', name: 'none' }) as const,
};

test('a report that cannot be written is told once', async () => {
  const home = await mkdtemp(join(tmpdir(), 'release-rollback-perform-'));
  try {
    await writeFile(join(home, 'file'), '');
    const raw = { version: 'v9', repository: home, 'json-report': join(home, 'file/report.json') };
    const parsed = parseRollback(raw, { actor: 'ada', run: 'test' }, (name) => name);
    if ('problems' in parsed) throw new Error(parsed.problems.join());
    const { report } = await perform(parsed.order, parts);
    expect(report).toMatchObject({ exit_code: 48, warnings: [] });
    expect(report.errors).toEqual([expect.stringContaining('report.json')]);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
});

test('the report of a bucket says how it is reached again, whatever happened', async () => {
  const raw = {
    version: 'v1.0.2',
    repository: 's3://tars/p',
    // Nobody listens there.
    's3-endpoint': 'http://127.0.0.1:1',
    's3-region': 'auto',
    retries: '0',
    'request-timeout': '1',
  };
  const parsed = parseRollback(raw, { actor: 'ada', run: 'test' }, (name) => name);
  if ('problems' in parsed) throw new Error(parsed.problems.join());
  const { report } = await perform(parsed.order, parts);
  expect(report).toMatchObject({
    exit_code: 49,
    repository_type: 's3',
    repository_location: 's3://tars/p',
    repository_options: {
      'repository-bucket': 'tars',
      'repository-prefix': 'p',
      's3-endpoint': 'http://127.0.0.1:1',
      's3-region': 'auto',
    },
  });
});
