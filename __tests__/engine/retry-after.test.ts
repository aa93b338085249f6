import { expect, it } from 'vitest';
import { rollback } from '../../src/engine/mod.ts';
import { UnansweredError } from '../../src/ports/object-store.ts';
import { MemoryWorld, rollbackRequest } from '../builders/memory-world.ts';
import { failing, to } from './intercepts.ts';
import { kinds } from './worlds.ts';

const GUIDE = 'v1.0.2/docs/guide.md';
const busy = (seconds: number) => () =>
  new UnansweredError('too busy', { landed: 'no', retryAfterMs: seconds * 1000 });

it.each([
  [45, 45_000],
  [3600, 60_000],
])(
  'a change waits as long as the store asks, up to a minute, and its holder goes on beating: %i s',
  async (asked, waited) => {
    const world = new MemoryWorld();
    world.clock.ticking = true;
    const turned = failing(to('remove', GUIDE), busy(asked), 1);
    const report = await rollback(rollbackRequest('v1.0.2'), world.actor(turned).context);
    expect(report.exit_code, report.errors.join('; ')).toBe(0);
    expect(world.clock.sleeps).toEqual([waited]);
    expect(kinds(world).filter((kind) => kind === 'beat').length).toBeGreaterThanOrEqual(2);
  },
);
