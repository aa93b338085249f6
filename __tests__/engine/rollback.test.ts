import { describe, expect, it } from 'vitest';
import { entryText, type IndexEntry, parseIndex } from '../../src/domain/index/mod.ts';
import { list, restore, rollback } from '../../src/engine/mod.ts';
import { listingText } from '../../src/report/listing.ts';
import { MemoryWorld, restoreRequest, rollbackRequest } from '../builders/memory-world.ts';
import { essenceOf } from './worlds.ts';

const withoutDate = (files: Map<string, string>): Map<string, string> => {
  const index = files.get('index.json') ?? '';
  return new Map(files)
    .set('index.json', index.replace(/"last_updated": "[^"]*"/, '"last_updated": ""'))
    .set('index.md', '');
};

describe.each(['full', 'artifacts_only', 'index_only'] as const)('rollback and restore, %s', (type) => {
  it('takes the release out and brings it back exactly', async () => {
    const world = new MemoryWorld();
    const before = world.visible();
    const { context } = world.actor();
    const report = await rollback(rollbackRequest('v1.0.2', type), context);
    expect(report.errors).toEqual([]);
    expect(report).toMatchObject({ status: 'success', exit_code: 0, previous_latest: 'v1.0.2' });
    expect(report.new_latest).toBe('v1.0.1');
    const left = [...world.visible().keys()].filter((key) => key.startsWith('v1.0.2/'));
    expect(left).toHaveLength(type === 'index_only' ? 6 : 0);
    const back = await restore(restoreRequest('v1.0.2'), world.actor().context);
    expect(back.errors).toEqual([]);
    expect(back).toMatchObject({ status: 'success', exit_code: 0, new_latest: 'v1.0.2' });
    expect(withoutDate(world.visible())).toEqual(withoutDate(before));
  });

  it('answers 46 the second time, and 0 for a second restore', async () => {
    const world = new MemoryWorld();
    await rollback(rollbackRequest('v1.0.2', type), world.actor().context);
    const again = await rollback(rollbackRequest('v1.0.2', type), world.actor().context);
    expect(again.exit_code).toBe(46);
    await restore(restoreRequest('v1.0.2'), world.actor().context);
    const twice = await restore(restoreRequest('v1.0.2'), world.actor().context);
    expect(twice).toMatchObject({ exit_code: 0, changed: false });
  });
});

it.each(['full', 'artifacts_only', 'index_only'] as const)(
  'without a backup, %s warns exactly if it cannot be restored',
  async (type) => {
    const world = new MemoryWorld();
    const warned = ['No backup is made: this rollback cannot be restored'];
    const expected = type === 'index_only' ? { can_restore: true, warnings: [] } : { warnings: warned };
    for (const dryRun of [true, false]) {
      const request = rollbackRequest('v1.0.2', type, { createBackup: false, dryRun });
      const report = await rollback(request, world.actor().context);
      expect(report).toMatchObject({ exit_code: 0, can_restore: false, ...expected });
    }
    const back = await restore(restoreRequest('v1.0.2'), world.actor().context);
    expect(back.exit_code).toBe(type === 'index_only' ? 0 : 45);
  },
);

it.each(['"3"', '3.5', 'null', '"\\u001b[31m"'])(
  'a total_releases of %s is told as it is written',
  async (total) => {
    const world = new MemoryWorld();
    const index = (world.bucket.text('index.json') ?? '').replace(/("total_releases": )\d+/, `$1${total}`);
    world.bucket.write('index.json', index);
    const report = await rollback(rollbackRequest('v1.0.2'), world.actor().context);
    expect(report).toMatchObject({
      exit_code: 41,
      errors: [`index.json says total_releases ${total}, but lists 3`],
    });
  },
);

describe('list', () => {
  it('shows releases, rollbacks and nothing open', async () => {
    const world = new MemoryWorld();
    await rollback(rollbackRequest('v1.0.2'), world.actor().context);
    const listing = await list(world.actor().context);
    expect(listing.latest).toBe('v1.0.1');
    expect(listing.open).toBeNull();
    expect(listing.rollbacks).toMatchObject([{ version: 'v1.0.2', state: 'rolled_back', can_restore: true }]);
  });
});

describe('a backup that somebody removed', () => {
  const remove = (world: MemoryWorld, folder: string) => {
    for (const key of [...world.bucket.objects.keys()])
      if (key.startsWith(folder)) world.bucket.objects.delete(key);
  };

  it('is told by the listing, which offers no restore; the advice knows of no other place', async () => {
    const world = new MemoryWorld();
    const report = await rollback(rollbackRequest('v1.0.2'), world.actor().context);
    await rollback(rollbackRequest('v1.0.1'), world.actor().context);
    await rollback(rollbackRequest('v1.0.0', 'index_only', { createBackup: false }), world.actor().context);
    remove(world, report.backup_path);
    const listing = await list(world.actor().context);
    expect(listing.rollbacks.map(({ can_restore, backup_gone }) => [can_restore, backup_gone])).toEqual([
      [true, undefined],
      [true, undefined],
      [false, true],
    ]);
    expect(listingText(listing)).toMatch(new RegExp(`${report.rollback_id} .+ rolled back +backup is gone`));
    const refused = await restore(restoreRequest('v1.0.2'), world.actor().context);
    expect(refused.exit_code).toBe(45);
    expect(refused.advice).toContain('publish the release anew');
    expect(refused.advice).not.toContain('backup-prefix');
  });
});

it('a release that is listed twice with the same bytes comes back as it was', async () => {
  const world = new MemoryWorld();
  const index = world.bucket.text('index.json') ?? '';
  const doc = parseIndex(new TextEncoder().encode(index));
  const [first, last] = [doc.entries[0], doc.entries.at(-1)] as [IndexEntry, IndexEntry];
  const twice = `${index.slice(0, last.end)},\n    ${entryText(doc, first)}${index.slice(last.end)}`;
  world.bucket.write('index.json', twice.replace(/("total_releases": )\d+/, '$14'));
  const before = essenceOf(world);
  const forced = rollbackRequest('v1.0.2', 'full', { force: true });
  expect(await rollback(forced, world.actor().context)).toMatchObject({ exit_code: 0 });
  const report = await restore(restoreRequest('v1.0.2'), world.actor().context);
  expect(report).toMatchObject({ exit_code: 0, new_latest: 'v1.0.2' });
  expect(essenceOf(world)).toEqual(before);
});
