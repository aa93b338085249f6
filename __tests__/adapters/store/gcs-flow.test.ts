import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RollbackTypeName } from '../../../src/domain/types.ts';
import { restore, rollback } from '../../../src/engine/mod.ts';
import { restoreRequest, rollbackRequest } from '../../builders/memory-world.ts';
import { GcsRepository } from '../../doubles/gcs-repository.ts';

let repository: GcsRepository;
beforeEach(async () => {
  repository = await GcsRepository.start();
});
afterEach(() => repository.server.close());

const operations = (): string[] => repository.server.log.entries.map(({ operation }) => operation);

describe.each(['full', 'artifacts_only', 'index_only'] satisfies RollbackTypeName[])(
  'a rollback of type %s',
  (type) => {
    test.each(['move', 'copy'])('by %s, and its restore, leave what was there before', async (method) => {
      if (method === 'copy') repository.server.rules.moveRefused = { status: 400, reason: 'invalid' };
      const before = repository.visible();
      const report = await rollback(rollbackRequest('v1.0.2', type), await repository.context());
      expect(report).toMatchObject({ exit_code: 0, errors: [], warnings: [] });
      expect(repository.visible()).not.toEqual(before);
      const artifacts = Object.keys(repository.visible()).filter((key) => key.startsWith('v1.0.2/'));
      expect(artifacts.length).toBe(type === 'index_only' ? 6 : 0);
      const back = await restore(restoreRequest('v1.0.2'), await repository.context());
      expect(back).toMatchObject({ exit_code: 0, errors: [], warnings: [] });
      expect(repository.visible()).toEqual(before);
    });
  },
);

describe('what a rollback costs, the probe done', () => {
  beforeEach(async () => {
    await rollback(rollbackRequest('v1.0.1'), await repository.context());
    for (let i = 0; i < 40; i += 1) repository.bucket.put(`team/tool/v1.0.2/more/${i}`, 'more');
    repository.server.log.reset();
  });
  const N = 46;

  test('by move: at most N + 3·⌈N/1000⌉ + 20', async () => {
    await rollback(rollbackRequest('v1.0.2'), await repository.context());
    expect(operations().filter((each) => each === 'objects.move')).toHaveLength(N);
    expect(operations().length).toBeLessThanOrEqual(N + 3 + 20);
  });

  test('by rewrite: at most 2N + 3·⌈N/1000⌉ + 20', async () => {
    repository.server.rules.moveRefused = { status: 400, reason: 'invalid' };
    await (await repository.context({ toolVersion: '2' })).store.inspect({ forWriting: true });
    repository.server.log.reset();
    await rollback(rollbackRequest('v1.0.2'), await repository.context({ toolVersion: '2' }));
    expect(operations().filter((each) => each === 'objects.rewrite')).toHaveLength(N);
    expect(operations().length).toBeLessThanOrEqual(2 * N + 3 + 20);
  });

  test('index_only: at most 16', async () => {
    await rollback(rollbackRequest('v1.0.2', 'index_only'), await repository.context());
    expect(operations()).toEqual([]);
  });

  test('a dry run: at most ⌈N/1000⌉ + 6, and no write', async () => {
    await rollback(rollbackRequest('v1.0.2', 'full', { dryRun: true }), await repository.context());
    expect(operations()).toEqual([]);
  });
});

test('the index is edited once a second: a rollback waits rather than fails', async () => {
  repository.server.rules.oneUpdatePerSecond = true;
  const report = await rollback(rollbackRequest('v1.0.2'), await repository.context());
  expect(report).toMatchObject({ exit_code: 0, warnings: [] });
  const back = await restore(restoreRequest('v1.0.2'), await repository.context());
  expect(back).toMatchObject({ exit_code: 0, warnings: [] });
  const refused = repository.server.log.entries.filter(({ ended }) => ended === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(repository.clock.sleeps.filter((wait) => wait >= 1000).length).toBeGreaterThanOrEqual(
    refused.length,
  );
});
