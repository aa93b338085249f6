import {
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FileEvidenceWriter } from '../../../src/adapters/evidence/file-evidence.ts';
import { byteParts } from '../../../src/domain/byte-parts.ts';
import { sha256Hex } from '../../../src/domain/log-record.ts';
import type { EvidenceFile } from '../../../src/ports/evidence.ts';

const V = 'v1.0.2';
const MANIFEST = `${V}.rollback-manifest.json`;
const AUDIT = `${V}.rollback-audit.json`;
const SIG = `${V}.rollback-audit.sig`;

let dir: string;
beforeEach(async () => {
  dir = await realpath(await mkdtemp(join(tmpdir(), 'evidence-')));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const writer = (folder = join(dir, 'out')) =>
  new FileEvidenceWriter({ manifestDir: folder, auditDir: folder });
const text = (name: string, folder = join(dir, 'out')) => readFile(join(folder, name), 'utf8');
const names = async (folder = join(dir, 'out')) => (await readdir(folder)).sort();

/** Evidence of the operation, signed or not; `more` makes its bytes differ. */
function files(id: string, signed = true, more = ''): readonly EvidenceFile[] {
  const audit = bytes(JSON.stringify({ rollback_id: id, more }));
  const signature = bytes(JSON.stringify({ hash: sha256Hex(audit) }));
  return [
    {
      kind: 'manifest',
      name: MANIFEST,
      body: bytes(JSON.stringify({ rollback_id: id, kind: 'manifest', more })),
    },
    { kind: 'audit', name: AUDIT, body: audit },
    ...(signed ? [{ kind: 'signature' as const, name: SIG, body: signature }] : []),
  ];
}

async function publish(id: string, signed = true, more = '') {
  const evidence = writer();
  await evidence.prepare(V);
  await evidence.stage(files(id, signed, more));
  return evidence.publish();
}

test('nothing shows before publish, everything after it, with absolute paths', async () => {
  const evidence = writer();
  await evidence.prepare(V);
  expect(await names()).toEqual([]);
  await evidence.stage(files('aaaaaaaa'));
  expect((await names()).every((name) => name.startsWith('.'))).toBe(true);
  const out = join(dir, 'out');
  expect(await evidence.publish()).toEqual({
    manifest: join(out, MANIFEST),
    audit: join(out, AUDIT),
    signature: join(out, SIG),
  });
  expect(await names()).toEqual([AUDIT, SIG, MANIFEST]);
});

test('a second stage replaces the first, discard leaves nothing', async () => {
  const evidence = writer();
  await evidence.prepare(V);
  await evidence.stage(files('aaaaaaaa', true, 'one'));
  await evidence.stage(files('aaaaaaaa', true, 'two'));
  expect(await names()).toHaveLength(3);
  await evidence.publish();
  expect(await text(AUDIT)).toContain('two');
  await evidence.stage(files('aaaaaaaa', true, 'three'));
  await evidence.discard();
  expect(await names()).toHaveLength(3);
  expect(await text(AUDIT)).toContain('two');
});

test('a kind without a folder is skipped', async () => {
  const evidence = new FileEvidenceWriter({ auditDir: join(dir, 'audit') });
  expect(evidence.writes).toEqual({ manifest: false, audit: true });
  await evidence.prepare(V);
  await evidence.stage(files('aaaaaaaa'));
  expect(await evidence.publish()).toEqual({
    audit: join(dir, 'audit', AUDIT),
    signature: join(dir, 'audit', SIG),
  });
  const none = new FileEvidenceWriter({});
  await none.prepare(V);
  await none.stage(files('aaaaaaaa'));
  expect(await none.publish()).toEqual({});
});

describe('what is in the way', () => {
  test.each([
    ['at the beginning', (long: string) => JSON.stringify({ rollback_id: 'aaaaaaaa', long })],
    ['behind all else', (long: string) => JSON.stringify({ long, rollback_id: 'aaaaaaaa' })],
    [
      'and not in what it holds',
      (long: string) =>
        JSON.stringify({ held: { rollback_id: 'bbbbbbbb', more: 1 }, long, rollback_id: 'aaaaaaaa' }),
    ],
  ])('a long file is known by its id: %s', async (_, make) => {
    const there = make('é, "x": 1, '.repeat(2000));
    await mkdir(join(dir, 'out'), { recursive: true });
    await writeFile(join(dir, 'out', MANIFEST), there);
    await publish('bbbbbbbb');
    expect(await text(MANIFEST.replace('.json', '.aaaaaaaa.json'))).toBe(there);
  });

  test('our own, which comes in many small pieces, is known by its beginning alone', async () => {
    await publish('aaaaaaaa');
    const beginning = ['{\n  "version": ', '"é"', ',\n  "rollback_id": ', '"bbbbbbbb"', ',\n  "long": [1'];
    let made = 0;
    const body = byteParts(function* () {
      yield* beginning.map(bytes);
      for (let piece = 0; piece < 10_000; piece += 1) {
        made += 1;
        yield bytes(',\n1');
      }
      yield bytes(']\n}\n');
    });
    const evidence = writer();
    await evidence.prepare(V);
    await evidence.stage([{ kind: 'manifest', name: MANIFEST, body }]);
    made = 0;
    await evidence.publish();
    expect(made).toBeLessThan(2000);
    expect(JSON.parse(await text(MANIFEST)).rollback_id).toBe('bbbbbbbb');
    expect(await names()).toContain(MANIFEST.replace('.json', '.aaaaaaaa.json'));
  });

  test('files of another operation keep their bytes under a name with their id', async () => {
    await publish('aaaaaaaa');
    const first = { audit: await text(AUDIT), sig: await text(SIG), manifest: await text(MANIFEST) };
    await publish('bbbbbbbb');
    expect(await names()).toEqual(
      [
        ...[AUDIT, SIG, MANIFEST],
        ...[`${V}.rollback-audit.aaaaaaaa.json`, `${V}.rollback-audit.aaaaaaaa.sig`],
        `${V}.rollback-manifest.aaaaaaaa.json`,
      ].sort(),
    );
    expect(await text(`${V}.rollback-audit.aaaaaaaa.json`)).toBe(first.audit);
    expect(await text(`${V}.rollback-audit.aaaaaaaa.sig`)).toBe(first.sig);
    expect(await text(`${V}.rollback-manifest.aaaaaaaa.json`)).toBe(first.manifest);
    expect(await text(AUDIT)).toContain('bbbbbbbb');
  });

  test('an unsigned one after a signed one leaves no foreign signature beside it', async () => {
    await publish('aaaaaaaa', true);
    await publish('bbbbbbbb', false);
    expect(await names()).not.toContain(SIG);
    expect(await names()).toContain(`${V}.rollback-audit.aaaaaaaa.sig`);
  });

  test('the same operation again replaces its unsigned files and keeps a signed one that differs', async () => {
    await publish('aaaaaaaa', false, 'one');
    await publish('aaaaaaaa', false, 'two');
    expect(await names()).toEqual([AUDIT, MANIFEST]);
    await publish('aaaaaaaa', true, 'three');
    await publish('aaaaaaaa', true, 'three');
    expect(await names()).toEqual([AUDIT, SIG, MANIFEST]);
    await publish('aaaaaaaa', true, 'four');
    await publish('aaaaaaaa', true, 'five');
    expect(await text(`${V}.rollback-audit.aaaaaaaa.json`)).toContain('three');
    expect(await text(`${V}.rollback-audit.aaaaaaaa.2.json`)).toContain('four');
    expect(await names()).toContain(`${V}.rollback-audit.aaaaaaaa.2.sig`);
    expect(await text(AUDIT)).toContain('five');
  });

  test.each(['no json', '{"rollback_id": "../../evil"}', '[]', ''])(
    'a file that names no id: %s',
    async (content) => {
      await mkdir(join(dir, 'out'));
      await writeFile(join(dir, 'out', AUDIT), content);
      await publish('aaaaaaaa');
      const aside = `${V}.rollback-audit.unknown-${sha256Hex(content).slice(0, 8)}.json`;
      expect(await text(aside)).toBe(content);
      expect(await readdir(dir)).toEqual(['out']);
    },
  );

  test('a name with an id that is taken by other bytes is never overwritten', async () => {
    await publish('aaaaaaaa', false);
    const taken = `${V}.rollback-audit.aaaaaaaa.json`;
    await writeFile(join(dir, 'out', taken), 'mine');
    await publish('bbbbbbbb', false);
    expect(await text(taken)).toBe('mine');
    expect(await text(`${V}.rollback-audit.aaaaaaaa.2.json`)).toContain('aaaaaaaa');
  });

  test('a stray signature is kept', async () => {
    await mkdir(join(dir, 'out'));
    await writeFile(join(dir, 'out', SIG), 'stray');
    await publish('aaaaaaaa');
    expect(await text(`${V}.rollback-audit.unknown-${sha256Hex('stray').slice(0, 8)}.sig`)).toBe('stray');
  });
});

describe('refused in preflight', () => {
  test.each([
    ['a file as the folder', 'file'],
    ['a file as a parent', 'file/below/it'],
  ])('%s', async (_, path) => {
    await writeFile(join(dir, 'file'), '');
    const prepared = writer(join(dir, path)).prepare(V);
    await expect(prepared).rejects.toMatchObject({ code: 'EVIDENCE', exitCode: 48 });
    await expect(prepared).rejects.toThrow(join(dir, path));
    const checked = writer(join(dir, path)).check(V);
    await expect(checked).rejects.toMatchObject({ code: 'EVIDENCE', exitCode: 48 });
    await expect(checked).rejects.toThrow(join(dir, path));
  });

  test('a link that leads nowhere, where the folder would be', async () => {
    await symlink('nowhere', join(dir, 'out'));
    for (const act of ['check', 'prepare'] as const)
      await expect(writer()[act](V)).rejects.toMatchObject({ code: 'EVIDENCE' });
  });

  test('nothing, by a check alone: it makes nothing, and knows what is in the way', async () => {
    await writer(join(dir, 'not/yet/there')).check(V);
    expect(await readdir(dir)).toEqual([]);
    await mkdir(join(dir, 'out', AUDIT), { recursive: true });
    await expect(writer().check(V)).rejects.toMatchObject({ code: 'EVIDENCE' });
    const repositoryRoot = join(dir, 'repo');
    const inside = new FileEvidenceWriter({ auditDir: join(repositoryRoot, V), repositoryRoot });
    await expect(inside.check(V)).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  test.runIf(process.platform === 'linux')('a folder that takes no files', async () => {
    const prepared = writer('/proc/self/fdinfo').prepare(V);
    await expect(prepared).rejects.toMatchObject({
      code: 'EVIDENCE',
      message: expect.stringContaining('/proc/self'),
    });
  });

  test('a folder where the audit log goes', async () => {
    await mkdir(join(dir, 'out', AUDIT), { recursive: true });
    await expect(writer().prepare(V)).rejects.toMatchObject({ code: 'EVIDENCE' });
  });

  test.each([
    ...['v1.0.2', 'v1.0.2/out', 'v1.0.2/not/there', 'link/out', 'v1.0.20', '2026.11/out'],
    ...['.rollback-backups/x', '.rollback-log', '.Rollback-Work', 'index.json/x', 'nightly', 'stable/out'],
  ])('inside the repository: %s', async (path) => {
    await mkdir(join(dir, 'repo', V), { recursive: true });
    await mkdir(join(dir, 'repo/.rollback-log/by-version/nightly'), { recursive: true });
    await writeFile(join(dir, 'repo/index.json'), '{"releases":[{"version":"stable","artifacts":[]}]}');
    await symlink(join(dir, 'repo', V), join(dir, 'repo', 'link'));
    const folder = join(dir, 'repo', path);
    const evidence = new FileEvidenceWriter({
      manifestDir: join(dir, 'fine'),
      auditDir: folder,
      repositoryRoot: join(dir, 'repo'),
    });
    await expect(evidence.prepare(V)).rejects.toMatchObject({ code: 'BAD_INPUT', exitCode: 49 });
    expect(await readdir(dir)).toEqual(['repo']);
  });

  test('a folder that a broken index names: it may be a release', async () => {
    await mkdir(join(dir, 'repo'));
    await writeFile(join(dir, 'repo/index.json'), '{"releases":[{"version":"stable"');
    const at = (path: string) =>
      new FileEvidenceWriter({ auditDir: join(dir, 'repo', path), repositoryRoot: join(dir, 'repo') });
    await expect(at('stable').prepare(V)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(at('version').prepare(V)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(at('out').prepare(V)).resolves.toBeUndefined();
  });

  test('inside the repository, found when the version is known at last', async () => {
    const repositoryRoot = join(dir, 'repo');
    const folder = join(repositoryRoot, 'nightly');
    await mkdir(folder, { recursive: true });
    const evidence = new FileEvidenceWriter({ manifestDir: folder, auditDir: folder, repositoryRoot });
    await evidence.prepare('');
    const ofNightly = files('aaaaaaaa').map((file) => ({ ...file, name: file.name.replace(V, 'nightly') }));
    await expect(evidence.stage(ofNightly)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    expect(await readdir(folder)).toEqual([]);
  });

  test.each(['.', 'out', 'artifacts', 'vendor', '../elsewhere', '../v1.0.2'])(
    'not refused: %s',
    async (path) => {
      await mkdir(join(dir, 'repo', V), { recursive: true });
      await writeFile(join(dir, 'repo/index.json'), '{"releases":[{"version":"stable","artifacts":[]}]}');
      const repositoryRoot = join(dir, 'repo');
      const evidence = new FileEvidenceWriter({ auditDir: join(repositoryRoot, path), repositoryRoot });
      await expect(evidence.prepare(V)).resolves.toBeUndefined();
    },
  );
});

test('a publish that fails half way leaves everything as it was', async () => {
  await publish('aaaaaaaa');
  const before = await Promise.all((await names()).map(async (name) => [name, await text(name)]));
  const evidence = writer();
  await evidence.stage(files('bbbbbbbb'));
  const staged = (await names()).find((name) => name.startsWith(`.${SIG}`));
  await rm(join(dir, 'out', staged ?? ''));
  await expect(evidence.publish()).rejects.toMatchObject({ code: 'EVIDENCE' });
  await evidence.discard();
  expect(await Promise.all((await names()).map(async (name) => [name, await text(name)]))).toEqual(before);
});

test('a stage that fails leaves nothing and keeps what was staged', async () => {
  const evidence = writer();
  await evidence.prepare(V);
  await evidence.stage(files('aaaaaaaa'));
  const bad: EvidenceFile = { kind: 'audit', name: 'no/such/folder.json', body: bytes('') };
  await expect(evidence.stage([...files('bbbbbbbb'), bad])).rejects.toMatchObject({ code: 'EVIDENCE' });
  expect(await names()).toHaveLength(3);
  await evidence.publish();
  expect(await text(AUDIT)).toContain('aaaaaaaa');
});

test('temp files of a run that died long ago are removed, younger ones stay', async () => {
  const out = join(dir, 'out');
  await mkdir(out);
  await writeFile(join(out, `.${AUDIT}.0123.tmp`), '');
  await writeFile(join(out, `.${MANIFEST}.0123.tmp`), '');
  await utimes(join(out, `.${AUDIT}.0123.tmp`), 1, 1);
  await writer().prepare(V);
  expect(await names()).toEqual([`.${MANIFEST}.0123.tmp`]);
});

test('folders are made by the given maker', async () => {
  const made: string[] = [];
  const makeFolder = async (path: string) => {
    made.push(path);
    await mkdir(path, { recursive: true });
  };
  await new FileEvidenceWriter({ auditDir: join(dir, 'a/b'), makeFolder }).prepare(V);
  expect(made).toEqual([join(dir, 'a/b')]);
  expect((await lstat(join(dir, 'a/b'))).isDirectory()).toBe(true);
});

describe('evidence of an operation that was put back', () => {
  const of = (rollbackId: string) => ({ operation: 'rollback' as const, version: V, rollbackId });

  test.each([true, false])(
    'goes, and what stood there comes back to its name (signed: %s)',
    async (signed) => {
      await publish('aaaaaaaa', signed);
      const before = [await names(), await text(AUDIT), await text(MANIFEST)];
      const evidence = writer();
      await evidence.prepare(V);
      await evidence.stage(files('bbbbbbbb'));
      await evidence.publish();
      expect(await evidence.withdraw(of('bbbbbbbb'))).toEqual([]);
      expect([await names(), await text(AUDIT), await text(MANIFEST)]).toEqual(before);
    },
  );

  test('goes also when a dead run published it, and ours after it', async () => {
    await publish('bbbbbbbb', true, 'of the dead run');
    expect(await writer().withdraw(of('bbbbbbbb'))).toEqual([]);
    expect(await names()).toEqual([]);

    await publish('bbbbbbbb', true, 'of the dead run');
    const recovery = writer();
    await recovery.prepare(V);
    await recovery.stage(files('bbbbbbbb', true, 'of the recovery'));
    await recovery.publish();
    expect(await names()).toHaveLength(5);
    expect(await recovery.withdraw(of('bbbbbbbb'))).toEqual([]);
    expect(await names()).toEqual([]);
  });

  test('is known by its id: files of another operation stay, also a signature that is not of our audit log', async () => {
    await publish('aaaaaaaa');
    expect(await writer().withdraw(of('bbbbbbbb'))).toEqual([]);
    expect(await names()).toEqual([AUDIT, SIG, MANIFEST]);

    const [, , signature] = files('cccccccc');
    const [, audit] = files('bbbbbbbb', false);
    const out = join(dir, 'out');
    await writeFile(join(out, SIG), signature?.body ?? '');
    await writeFile(join(out, AUDIT), audit?.body ?? '');
    expect(await writer().withdraw(of('bbbbbbbb'))).toEqual([]);
    expect(await names()).toEqual([SIG, MANIFEST]);
  });

  test('is named when it cannot be taken away', async () => {
    const evidence = writer(join(dir, 'out'));
    await evidence.prepare(V);
    await evidence.stage(files('bbbbbbbb', false));
    await evidence.publish();
    const folder = join(dir, 'out');
    await rm(join(folder, MANIFEST));
    // A name as long as can be, next to which no temporary one fits: no permission is needed for it, nor root's lack of one.
    const long = 'v'.repeat(255 - '.rollback-manifest.json'.length);
    await writeFile(
      join(folder, `${long}.rollback-manifest.json`),
      JSON.stringify({ rollback_id: 'bbbbbbbb' }),
    );
    const stuck = await evidence.withdraw({ ...of('bbbbbbbb'), version: long });
    expect(stuck).toEqual([join(folder, `${long}.rollback-manifest.json`)]);
  });
});
