import { describe, expect, it } from 'vitest';
import { list, restore, rollback } from '../../src/engine/mod.ts';
import { MemoryWorld, restoreRequest, rollbackRequest } from '../builders/memory-world.ts';
import { before, to } from './intercepts.ts';

const README = 'v1.0.2/README.md';
const erasing = (world: MemoryWorld, when: Parameters<typeof before>[2]) =>
  world.actor(before(1, () => world.bucket.erase(README), when));

describe('an artifact that somebody else removes before it is moved into the backup', () => {
  it.each([
    ['before the index is edited', to('put', 'index.json')],
    ['directly before its turn', to('move', /README\.md$/)],
  ])('%s: gone with the rest, and no restore is promised', async (_, when) => {
    const world = new MemoryWorld({ moves: true });
    const report = await rollback(rollbackRequest('v1.0.2'), erasing(world, when).context);
    expect(report, report.errors.join()).toMatchObject({ changed: true, can_restore: false });
    expect(report.warnings.join()).toContain(`a restore will refuse: ${README}`);
    expect(report.errors.join()).not.toContain('Published again');
    expect((await list(world.actor().context)).rollbacks[0]).toMatchObject({ can_restore: false });
    expect((await restore(restoreRequest('v1.0.2'), world.actor().context)).exit_code).toBe(45);
  });

  it('where copies are kept: the backup has it', async () => {
    const world = new MemoryWorld();
    const { context } = erasing(world, to('put', 'index.json'));
    const report = await rollback(rollbackRequest('v1.0.2'), context);
    expect(report).toMatchObject({ exit_code: 0, can_restore: true });
    expect((await restore(restoreRequest('v1.0.2'), world.actor().context)).exit_code).toBe(0);
    expect(world.bucket.text(README)).not.toBe('');
  });
});
