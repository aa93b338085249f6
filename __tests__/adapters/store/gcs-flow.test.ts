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

test('each object is changed once a second: the index is waited for, and the probe learns all the same', async () => {
  repository.server.rules.oneUpdatePerSecond = true;
  const report = await rollback(rollbackRequest('v1.0.2', 'index_only'), await repository.context());
  expect(report).toMatchObject({ exit_code: 0, warnings: [] });
  const { holds } = JSON.parse(repository.bucket.text('team/tool/.rollback-log/capabilities.json') ?? '');
  expect(Object.values(holds)).toEqual(Object.keys(holds).map(() => true));
  repository.server.log.reset();
  repository.clock.sleeps.length = 0;
  const back = await restore(restoreRequest('v1.0.2'), await repository.context());
  expect(back).toMatchObject({ exit_code: 0 });
  const refused = repository.server.log.entries.filter(({ ended }) => ended === 429);
  expect(refused.map(({ key }) => key)).toContain('team/tool/index.json');
  expect(repository.clock.sleeps.filter((wait) => wait >= 1000).length).toBeGreaterThan(0);
});
