import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { compareKeys } from '../../../src/ports/object-store.ts';
import { collect, keysOf } from '../../contracts/object-store.contract.ts';
import { GcsWorld } from '../../doubles/gcs-world.ts';

let world: GcsWorld;
beforeAll(async () => {
  world = await GcsWorld.start();
});
afterAll(() => world.server.close());
beforeEach(() => {
  for (const name of world.bucket.names()) world.bucket.retire(name);
  world.server.log.reset();
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What a URL parser, a template, a shell or an XML parser might make something else of. */
const HOSTILE = [
  ...[' ', '+', '#', '?', '&', '%', '%2F', '%2e%2e', '//', '/./', '/../', '..', '.', '~', '*', '!', "'", '('],
  ...[
    '<a>&amp;',
    '\\',
    '\t',
    '{x}',
    '[0]',
    ':',
    ';',
    '@',
    '=',
    '$1',
    '\u{1F680}',
    'é',
    'e\u0301',
    '\uFF21',
    'ß',
  ],
];
const hostileKey = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 3 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => `v1/${parts.join('')}`.replaceAll(/[\r\n\0]/g, '_'))
  .filter((key) => key.isWellFormed() && !key.endsWith('/') && bytes(key).length < 500);

test('hostile keys are written, listed, read, copied, moved and removed as they are', async () => {
  const store = await world.open({ prefix: 'a+b/ü?#', backupPrefix: 'kept&co' });
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(hostileKey, { minLength: 1, maxLength: 5 }), async (keys) => {
      for (const name of world.bucket.names()) world.bucket.retire(name);
      const revisions = new Map<string, string>();
      for (const key of keys) revisions.set(key, await store.put(key, bytes(key), 'absent'));
      expect(world.bucket.names()).toEqual(keys.map((key) => `a+b/ü?#/${key}`).sort(compareKeys));
      expect(await keysOf(store.list('v1/'))).toEqual([...keys].sort(compareKeys));
      for (const key of keys) {
        const revision = revisions.get(key) ?? '';
        expect(Buffer.from((await store.read(key))?.body ?? []).toString()).toBe(key);
        const copy = await store.copy(
          { key, revision, size: bytes(key).length },
          `.rollback-backups/copy/${key}`,
        );
        const moved = await store.mover.move(key, revision, `.rollback-backups/moved/${key}`);
        expect(await store.head(key)).toBeUndefined();
        expect(await store.head(copy.key)).toMatchObject({ revision: copy.revision });
        await store.remove(copy.key, copy.revision);
        await store.remove(moved.key, moved.revision);
      }
      expect(world.bucket.names()).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

describe('keys', () => {
  test('of 1,024 bytes are keys, one more is none', async () => {
    const store = await world.open({ prefix: 'p' });
    const longest = 'ü'.repeat(511);
    expect(Buffer.byteLength(`p/${longest}`)).toBe(1024);
    const revision = await store.put(longest, bytes('x'), 'absent');
    expect(await store.head(longest)).toMatchObject({ revision });
    await expect(store.put(`${longest}x`, bytes('x'), 'absent')).rejects.toMatchObject({ code: 'BAD_INPUT' });
    const source = { key: longest, revision, size: 1 };
    await expect(store.copy(source, `.rollback-backups/${longest}`)).rejects.toMatchObject({
      code: 'BACKUP',
    });
    const move = store.mover.move(longest, revision, `.rollback-backups/${longest}`);
    await expect(move).rejects.toMatchObject({ code: 'STEP_FAILED' });
  });

  test.each(['.', '..', 'a\nb', 'a\rb', '.well-known/acme-challenge/x'])(
    '%j is no name in this store, and nothing is sent',
    async (key) => {
      const store = await world.open();
      await expect(store.put(key, bytes('x'), 'absent')).rejects.toMatchObject({ code: 'BAD_INPUT' });
      await expect(store.remove(key, '1')).rejects.toMatchObject({ code: 'BAD_INPUT' });
      expect(world.asked()).toEqual([]);
    },
  );

  test('a folder marker is an object of its own; a folder of names is none', async () => {
    world.bucket.put('v1/docs/', '');
    world.bucket.put('v1/docs/a', 'a');
    world.bucket.put('v1/', '');
    const store = await world.open();
    const told = (await collect(store.list('v1/'))).map(({ key, type, folder_object }) => [
      key,
      type,
      folder_object,
    ]);
    expect(told).toEqual([
      ['v1/', 'folder', true],
      ['v1/docs/', 'folder', true],
      ['v1/docs/a', 'file', undefined],
    ]);
    expect(await store.head('v1/docs/')).toMatchObject({ type: 'folder', folder_object: true });
    expect(await keysOf(store.list('v1/', { shallow: true }))).toEqual(['v1/docs/']);
    expect(await keysOf(store.list('v1/', { shallow: true, limit: 1 }))).toEqual(['v1/docs/']);
  });

  test('no more than asked for, also where a server does not count folders', async () => {
    world.bucket.put('v1/docs/a', 'a');
    world.server.faults.plant({ operation: 'objects.list' }, async (_, proceed) => {
      const reply = await proceed();
      if (reply === 'drop') return reply;
      const page = { ...JSON.parse(reply.body.toString()), prefixes: ['v1/docs/', 'v1/more/'] };
      return { ...reply, body: Buffer.from(JSON.stringify(page)) };
    });
    const store = await world.open();
    expect(await keysOf(store.list('v1/', { shallow: true, limit: 1 }))).toEqual(['v1/docs/']);
  });

  test('what lies beside the prefix is never seen, and costs nothing', async () => {
    for (const name of ['team', 'team2/index.json', 'team/', 'team-/x', 'other']) world.bucket.put(name, 'x');
    for (let i = 0; i < 3000; i += 1) world.bucket.put(`zoo/${i}`, 'x');
    world.bucket.put('team/index.json', 'x');
    const store = await world.open({ prefix: 'team' });
    expect(await keysOf(store.list(''))).toEqual(['index.json']);
    expect(world.asked()).toEqual(['objects.list']);
  });

  test('backups kept elsewhere are listed with the repository, in order, also from within it', async () => {
    for (const backupPrefix of ['kept', 'team/x']) {
      for (const name of world.bucket.names()) world.bucket.retire(name);
      for (const name of ['team/index.json', `${backupPrefix}/v1-b/v1/a`, 'team/.a', 'team/v1/a'])
        world.bucket.put(name, 'x');
      const store = await world.open({ prefix: 'team', backupPrefix });
      expect(await keysOf(store.list(''))).toEqual([
        '.a',
        '.rollback-backups/v1-b/v1/a',
        'index.json',
        'v1/a',
      ]);
      expect(await keysOf(store.list('.rollback-backups/'))).toEqual(['.rollback-backups/v1-b/v1/a']);
    }
  });
});
