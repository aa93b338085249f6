import { cp, mkdir, mkdtemp, readFile, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SystemClock } from '../../src/adapters/clock/system-clock.ts';
import { failure } from '../../src/domain/errors.ts';
import { examine } from '../../src/entry/examine.ts';
import { withAbsolutePaths } from '../../src/entry/paths.ts';
import { perform } from '../../src/entry/perform.ts';
import type { EntryParts } from '../../src/entry/wiring.ts';
import { RepositoryFactory, RollbackOrchestrator } from '../../src/index.ts';
import type { RawOptions } from '../../src/request/options.ts';
import {
  type Order,
  type Parsed,
  parseDoctor,
  parseRestore,
  parseRollback,
} from '../../src/request/parse.ts';
import type { OperationRequest } from '../../src/request/request.ts';
import { FIXTURE, silent } from '../builders/memory-world.ts';
import { snapshot } from '../e2e/sandbox.ts';
import { privateKeyPem } from '../e2e/signing-key.ts';

let home: string;
beforeEach(async () => {
  home = await realpath(await mkdtemp(join(tmpdir(), 'release-rollback-outputs-')));
  await cp(FIXTURE, join(home, 'r'), { recursive: true });
});
afterEach(() => rm(home, { recursive: true, force: true }));

const parts = (more: Partial<EntryParts> = {}): EntryParts => ({
  voice: 'cli',
  reporter: silent,
  cancelled: new AbortController().signal,
  clock: new SystemClock(),
  signingKey: () => ({ kind: 'file', path: join(home, 'key.pem') }),
  ...more,
});

const who = { actor: 'ada', run: 'test' };
const label = (name: string): string => name;

/** Paths are relative to `home`, where the repository is `r`. */
function placed<T>(parsed: Parsed<Order<T>>): Order<T> {
  if ('problems' in parsed) throw new Error(parsed.problems.join());
  return withAbsolutePaths(parsed.order, home);
}

const HERE = { 'repository-path': 'r', 'manifest-output-dir': 'out', 'audit-output-dir': 'out' };

async function run(order: Order<OperationRequest>, more: Partial<EntryParts> = {}) {
  return (await perform(order, parts(more))).report;
}
const rollback = (raw: RawOptions, more: Partial<EntryParts> = {}) =>
  run(placed(parseRollback({ version: 'v1.0.2', ...HERE, ...raw }, who, label)), more);

describe('a report never replaces a part of the repository', () => {
  const places: readonly RawOptions[] = [
    { 'json-report': 'r/index.json' },
    { 'text-report': 'r/index.md' },
    { 'json-report': 'r/v1.0.1/README.md' },
    { 'text-report': 'r/.rollback-log/report.txt' },
  ];

  test.each(places)('of a rollback, real or not: %o', async (place) => {
    const before = await snapshot(home);
    for (const dryRun of ['true', 'false']) {
      const report = await rollback({ ...place, 'dry-run': dryRun });
      expect(report).toMatchObject({ exit_code: 49, error_code: 'BAD_INPUT', changed: false });
      expect(report.advice).toContain(join(home, 'rollback-reports'));
    }
    expect(await snapshot(home)).toEqual(before);
  });

  test.each(places)('of doctor: %o', async (place) => {
    const index = await readFile(join(home, 'r/index.json'));
    const { report } = await examine(placed(parseDoctor({ ...HERE, ...place }, label)), parts());
    expect(report).toMatchObject({ exit_code: 49 });
    expect(report.checks.at(-1)).toMatchObject({ name: 'report files', result: 'failed' });
    expect(await readFile(join(home, 'r/index.json'))).toEqual(index);
  });

  test('of the library', async () => {
    const repository = RepositoryFactory.create('local', { path: join(home, 'r') });
    const orchestrator = new RollbackOrchestrator({ repository });
    const report = await orchestrator.rollbackRelease({ version: 'v1.0.2', dryRun: true });
    const before = await snapshot(home);
    for (const place of ['index.json', 'v1.0.1/README.md', '.rollback-log/x', 'v1.0.2/x']) {
      const refused = { exitCode: 49 };
      const path = join(home, 'r', place);
      await expect(orchestrator.generateJsonReport(report, path)).rejects.toMatchObject(refused);
      await expect(orchestrator.generateTextReport(report, path)).rejects.toMatchObject(refused);
    }
    expect(await snapshot(home)).toEqual(before);
  });
});

describe('a restore by the id of its rollback', () => {
  const restore = (raw: RawOptions) => run(placed(parseRestore({ ...HERE, ...raw }, who, label)));

  /** A release whose name tells nobody that it is one. */
  async function renameRelease() {
    await rename(join(home, 'r/v1.0.2'), join(home, 'r/nightly'));
    const index = await readFile(join(home, 'r/index.json'), 'utf8');
    await writeFile(join(home, 'r/index.json'), index.replaceAll('v1.0.2', 'nightly'));
  }

  test.each([
    { 'json-report': 'r/nightly/o/x.json' },
    { 'text-report': 'r/nightly' },
    { 'manifest-output-dir': 'r/nightly/o' },
  ])('puts no output into what comes back: %o', async (options) => {
    await renameRelease();
    const { rollback_id: id } = await rollback({ version: 'nightly' });
    const before = await snapshot(home);
    for (const dryRun of ['true', 'false']) {
      const report = await restore({ 'rollback-id': id, ...options, 'dry-run': dryRun });
      expect(report).toMatchObject({ exit_code: 49, status: 'failed', changed: false });
      expect(await snapshot(home)).toEqual(before);
    }
    expect(await restore({ 'rollback-id': id })).toMatchObject({ exit_code: 0, changed: true });
  });
});

test('a report that turns out late to lead into the repository is 48: what was asked for is done', async () => {
  // Whoever may write beside the repository can turn a folder into a link while we are at work.
  const makeFolder = async (path: string) => {
    await mkdir(path, { recursive: true });
    if (path !== join(home, 'turned')) return;
    await rm(path, { recursive: true });
    await symlink('r/v1.0.1', path);
  };
  const report = await rollback({ 'json-report': 'turned/README.md' }, { makeFolder });
  expect(report).toMatchObject({ exit_code: 48, error_code: 'EVIDENCE', status: 'partial', changed: true });
  expect(report.summary).toMatch(/lies inside the release's folder v1\.0\.1\/; the rollback itself is done$/);
  expect(await readFile(join(home, 'r/v1.0.1/README.md'), 'utf8')).not.toContain('schema_version');
});

describe('a dry run finds what needs no write', () => {
  test.each([
    [47, 48, { 'manifest-output-dir': 'file' }],
    [47, 48, { 'audit-output-dir': 'file/below' }],
    [47, 48, { 'json-report': 'file/report.json' }],
    [49, undefined, { 'manifest-output-dir': 'r/v1.0.2/x' }],
    [49, undefined, { 'sign-audit-log': 'true' }],
  ])('%i (%s): %o', async (code, would, options) => {
    await writeFile(join(home, 'file'), '');
    const before = await snapshot(home);
    const report = await rollback({ ...options, 'dry-run': 'true' });
    expect(report).toMatchObject({ exit_code: code, status: 'failed', dry_run: true, changed: false });
    expect(report.would_exit_code).toBe(would);
    expect(await snapshot(home)).toEqual(before);
    const real = await rollback(options);
    expect(real).toMatchObject({ exit_code: would ?? code, status: 'failed', changed: false });
    expect(real.errors).toEqual(report.errors);
  });

  test('and makes no key', async () => {
    const signingKey = () => ({ kind: 'machine', folder: join(home, 'state') }) as const;
    const before = await snapshot(home);
    const report = await rollback({ 'sign-audit-log': 'true', 'dry-run': 'true' }, { signingKey });
    expect(report).toMatchObject({ exit_code: 0, status: 'dry_run' });
    expect(await snapshot(home)).toEqual(before);
  });
});

test('evidence goes into no other release either', async () => {
  const before = await snapshot(home);
  const report = await rollback({ 'manifest-output-dir': 'r/v1.0.1' });
  expect(report).toMatchObject({ exit_code: 49, error_code: 'BAD_INPUT', changed: false });
  expect(await snapshot(home)).toEqual(before);
});

test('doctor looks at all else where there is no key, and tells that once', async () => {
  const order = placed(
    parseDoctor({ 'sign-audit-log': 'true', ...HERE, 'json-report': 'doctor.json' }, label),
  );
  const signingKey = () => {
    throw failure('SIGNING_KEY', 'no key was given');
  };
  const { report } = await examine(order, parts({ signingKey }));
  const results = Object.fromEntries(report.checks.map(({ name, result }) => [name, result]));
  expect(results).toEqual({
    repository: 'ok',
    index: 'ok',
    log: 'ok',
    leftovers: 'ok',
    'output folders': 'ok',
    'signing key': 'failed',
  });
  expect(report.exit_code).toBe(49);
  expect(JSON.parse(await readFile(join(home, 'doctor.json'), 'utf8'))).toEqual(report);
});

describe('a report never replaces the key or evidence', () => {
  const signed = { 'sign-audit-log': 'true' };

  test.each([
    { 'json-report': 'key.pem' },
    { 'text-report': 'out/v1.0.2.rollback-audit.json' },
    { 'json-report': 'out/a', 'text-report': './out/a' },
    { 'json-report': 'out' },
  ])('%o', async (places) => {
    await writeFile(join(home, 'key.pem'), privateKeyPem());
    const before = await snapshot(home);
    for (const dryRun of ['true', 'false']) {
      const report = await rollback({ ...signed, ...places, 'dry-run': dryRun });
      expect(report).toMatchObject({ exit_code: 49, error_code: 'BAD_INPUT', changed: false, warnings: [] });
    }
    const { report } = await examine(placed(parseDoctor({ ...signed, ...HERE, ...places }, label)), parts());
    expect(report.exit_code).toBeOneOf([48, 49]);
    const { out: _, ...after } = await snapshot(home);
    expect(after).toEqual(before);
  });

  test.each(['signing-key.pem', 'signing-key.pub.pem'])(
    "nor this machine's own key where nothing is signed: %s",
    async (name) => {
      const machineKeyFolder = join(home, 'state');
      // Another run that signs makes it.
      const signingKey = () => ({ kind: 'machine', folder: machineKeyFolder }) as const;
      expect(await rollback({ ...signed, version: 'v1.0.1' }, { signingKey })).toMatchObject({
        exit_code: 0,
      });
      await symlink(machineKeyFolder, join(home, 'link'));
      const before = await snapshot(home);
      for (const places of [{ 'json-report': `state/${name}` }, { 'text-report': `link/${name}` }]) {
        for (const dryRun of ['true', 'false']) {
          const report = await rollback({ ...places, 'dry-run': dryRun }, { machineKeyFolder });
          expect(report).toMatchObject({ exit_code: 49, error_code: 'BAD_INPUT', changed: false });
        }
        const order = placed(parseDoctor({ ...HERE, ...places }, label));
        expect((await examine(order, parts({ machineKeyFolder }))).report.exit_code).toBe(49);
      }
      expect(await snapshot(home)).toEqual(before);
    },
  );

  test('nor evidence the key', async () => {
    const path = join(home, 'out/v1.0.2.rollback-audit.json');
    await mkdir(join(home, 'out'));
    await writeFile(path, privateKeyPem());
    const before = await snapshot(home);
    const signingKey = () => ({ kind: 'file', path }) as const;
    const report = await rollback(signed, { signingKey });
    expect(report).toMatchObject({ exit_code: 49, error_code: 'BAD_INPUT', changed: false });
    expect(await snapshot(home)).toEqual(before);
  });
});
