import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinBytes } from '../../src/domain/byte-parts.ts';
import { encodeManifest } from '../../src/domain/json-file.ts';
import { sha256Hex } from '../../src/domain/log-record.ts';
import type { ManifestArtifact, OperationManifest } from '../../src/domain/manifest.ts';
import { PackedRows } from '../../src/domain/rows.ts';
import { readManifest } from '../../src/engine/log/stored-manifest.ts';
import { restore, rollback } from '../../src/engine/mod.ts';
import type { ObjectStore } from '../../src/ports/object-store.ts';
import { MemoryWorld, restoreRequest, rollbackRequest } from '../builders/memory-world.ts';
import { essenceOf } from './worlds.ts';

const text = fc.string({
  unit: fc.constantFrom('a', '/', 'é', '😀', '"', '\\', ']', '{', '\n'),
  maxLength: 9,
});
const artifact: fc.Arbitrary<ManifestArtifact> = fc.record(
  {
    path: text,
    type: fc.constantFrom('file', 'symlink', 'folder'),
    size: fc.nat(),
    revision: text,
    listed: fc.boolean(),
    mode: fc.nat(),
    target: text,
    checksum: text,
    modified: fc.nat(),
    version_id: text,
    storage_class: text,
  },
  { requiredKeys: ['path', 'type', 'size', 'revision', 'listed'] },
);
const manifest: fc.Arbitrary<OperationManifest> = fc.record(
  {
    schema_version: fc.constant(1 as const),
    operation: fc.constantFrom('rollback', 'restore'),
    operation_id: text,
    rollback_id: text,
    version: text,
    rollback_type: fc.constant('full' as const),
    created_at: text,
    create_backup: fc.boolean(),
    backup_method: fc.constantFrom('copy', 'move', 'versions'),
    reason: text,
    backup_path: text,
    artifacts: fc.array(artifact, { maxLength: 90 }),
    entries: fc.array(
      fc
        .record({
          version: text,
          raw: text,
          position: fc.nat(),
          newer: fc.array(text),
          older: fc.array(text),
        })
        .map((entry) => ({ ...entry, glue: { lead: '', tail: '' } })),
      { maxLength: 3 },
    ),
    index_revision: text,
    absent: fc.array(text, { maxLength: 90 }),
    folder_present: fc.boolean(),
  },
  {
    requiredKeys: [
      ...([
        'schema_version',
        'operation',
        'operation_id',
        'rollback_id',
        'version',
        'rollback_type',
      ] as const),
      ...(['created_at', 'create_backup', 'backup_method', 'reason', 'backup_path', 'artifacts'] as const),
      ...(['entries', 'index_revision', 'folder_present'] as const),
    ],
  },
);

/** A store with one object, which comes in chunks of this size. */
const holding = (body: Uint8Array, size: number, workspaces?: unknown) =>
  ({
    workspaces,
    read: async () => ({ body }),
    readInto: async (_key: string, begin: Parameters<ObjectStore['readInto']>[1]) => {
      const sink = begin();
      for (let at = 0; at < body.length; at += size) sink.take(body.subarray(at, at + size));
      return sink.end();
    },
  }) as unknown as ObjectStore;

const read = (body: Uint8Array, size = 7) => readManifest(holding(body, size), 'manifest.json');
const encode = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const plain = ({ artifacts, absent, ...rest }: OperationManifest) => ({
  ...rest,
  artifacts: [...artifacts],
  ...(absent === undefined ? {} : { absent: [...absent] }),
});

const MANY = 3000;
const large = (change: (artifacts: Record<string, unknown>[]) => void = () => {}, rest = {}) => {
  const [first] = fc.sample(manifest, { numRuns: 1, seed: 1 });
  const artifacts = Array.from({ length: MANY }, (_, at): Record<string, unknown> => {
    return { path: `v1/é😀-${at}`, type: 'file', size: at, revision: `r${at}`, listed: true };
  });
  change(artifacts);
  return { ...first, artifacts, ...rest };
};

describe('a stored manifest', () => {
  test('is what was written, in chunks of any size, with the hash of its bytes', async () => {
    await fc.assert(
      fc.asyncProperty(manifest, fc.integer({ min: 1, max: 5000 }), async (written, size) => {
        const body = joinBytes(encodeManifest(written));
        const stored = await read(body, size);
        expect(stored?.sha256).toBe(sha256Hex(body));
        expect(stored?.manifest && plain(stored.manifest)).toEqual(plain(written));
        expect(plain(written)).toEqual(JSON.parse(new TextDecoder().decode(body)));
      }),
      { numRuns: 60 },
    );
  });

  test('has its artifacts packed on a bucket, and as they are where whole folders move', async () => {
    const body = encode(large());
    expect((await read(body, 1000))?.manifest?.artifacts).toBeInstanceOf(PackedRows);
    const local = await readManifest(holding(body, 1000, {}), 'manifest.json');
    expect(local?.manifest?.artifacts).toHaveLength(MANY);
    expect(Array.isArray(local?.manifest?.artifacts)).toBe(true);
  });

  test('loses what it has more than it should, in any order and with any space', async () => {
    const more = large((artifacts) => Object.assign(artifacts[2000] ?? {}, { more: [1, '😀'] }), {
      more: {},
    });
    const turned = Object.fromEntries(Object.entries(more).reverse());
    const stored = await read(encode(JSON.stringify(turned, null, '\t ')), 4096);
    const expected = large();
    expect(stored?.manifest && plain(stored.manifest)).toEqual(expected);
  });

  const wrong: [string, unknown][] = [
    ['an artifact without a size', large((artifacts) => delete artifacts[1500]?.size)],
    ['a number as a path', large((artifacts) => Object.assign(artifacts[MANY - 1] ?? {}, { path: 5 }))],
    ['an artifact that is null', large((artifacts) => void artifacts.splice(100, 1, null as never))],
    ['a number among the absent ones', large(undefined, { absent: ['a', 7] })],
    ['absent ones that are no list', large(undefined, { absent: {} })],
    ['an entry without its text', large(undefined, { entries: [{ position: 1 }] })],
    ['artifacts that are no list', large(undefined, { artifacts: {} })],
    ['no artifacts at all', large(undefined, { artifacts: undefined })],
    ['another schema', large(undefined, { schema_version: 2 })],
    ['a list', [large()]],
    ['null', null],
    ['nothing', ''],
    ['its first half', JSON.stringify(large()).slice(0, 90_000)],
    ['a comma too many', JSON.stringify(large()).replace('},{', '},,{')],
    ['one more closing bracket', `${JSON.stringify(large())}}`],
    ['another one behind it', JSON.stringify(large()).repeat(2)],
  ];
  test.each(wrong)('is none with %s; its hash is known all the same', async (_what, value) => {
    const body = encode(value);
    expect(await read(body, 999)).toEqual({ sha256: sha256Hex(body), manifest: undefined });
  });

  test('is none where half a character stands', async () => {
    const body = encode(large());
    body[body.lastIndexOf(0xf0) + 1] = 0x41;
    expect(await read(body, 999)).toEqual({ sha256: sha256Hex(body), manifest: undefined });
  });
});

describe('a release of many artifacts', () => {
  const released = () => {
    const world = new MemoryWorld({ moves: true });
    for (let at = 0; at < 1500; at += 1) world.bucket.write(`v1.0.2/é😀/${at}.bin`, `artifact ${at}`);
    return world;
  };
  const out = async (world: MemoryWorld) => {
    const report = await rollback(rollbackRequest('v1.0.2'), world.actor().context);
    expect(report).toMatchObject({ exit_code: 0, total_artifacts_removed: 1506 });
    return `${report.backup_path}manifest.json`;
  };

  test('comes back as it was', async () => {
    const world = released();
    const before = essenceOf(world);
    await out(world);
    const report = await restore(restoreRequest('v1.0.2'), world.actor().context);
    expect(report).toMatchObject({ exit_code: 0, total_artifacts_removed: 1506, warnings: [] });
    expect(essenceOf(world)).toEqual(before);
  });

  test.each<[string, (manifest: string) => string]>([
    ['has a letter changed in the midst of its list', (all) => all.replace('/900.bin', '/9O0.bin')],
    ['has one artifact less', (all) => all.replace(/\n[^\n]*\/900\.bin[^\n]*/, '')],
    ['is cut off', (all) => all.slice(0, all.indexOf('/900.bin'))],
    ['has a space more', (all) => `${all} `],
    [
      'has its list twice',
      (all) => all.replace(/\n {2}"artifacts": /, '\n  "artifacts": [],\n  "artifacts": '),
    ],
  ])('stays where it is when its manifest %s', async (_what, change) => {
    const world = released();
    const key = await out(world);
    const written = world.bucket.text(key) ?? '';
    const changed = change(written);
    expect(changed).not.toBe(written);
    world.bucket.write(key, changed);
    const before = essenceOf(world);
    const report = await restore(restoreRequest('v1.0.2'), world.actor().context);
    expect(report).toMatchObject({ exit_code: 45, error_code: 'BACKUP', changed: false });
    expect(report.errors[0]).toContain(`${key} is not the one that was written`);
    expect(essenceOf(world)).toEqual(before);
  });
});
