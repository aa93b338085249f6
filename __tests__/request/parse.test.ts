import { describe, expect, test } from 'vitest';
import { parseDoctor, parseList } from '../../src/request/parse.ts';
import { BAD_VERSIONS } from './bad-versions.ts';
import { ordered, problemsOf, recoverOf, restoreOf, rollbackOf } from './helpers.ts';

describe('a rollback', () => {
  test('has the guide\u2019s defaults', () => {
    expect(ordered(rollbackOf({ version: 'v1.0.2' }))).toEqual({
      request: {
        operation: 'rollback',
        version: 'v1.0.2',
        rollbackType: 'full',
        policyMode: 'strict',
        force: false,
        createBackup: true,
        dryRun: false,
        reason: '',
        lockTimeout: 120,
        fenceSeconds: 60,
        actor: 'ada',
        run: 'cli',
      },
      repository: { type: 'local', path: './repository' },
      output: {
        manifestDir: '.',
        auditDir: '.',
        jsonReport: undefined,
        textReport: undefined,
        sign: false,
        verbose: false,
      },
    });
  });

  test('takes every option', () => {
    const order = ordered(
      rollbackOf({
        version: 'v1.0.2',
        'repository-type': 'gcs',
        'repository-bucket': 'tars-releases',
        'repository-prefix': '/production/eu/',
        'rollback-type': 'artifacts_only',
        policy: 'lenient',
        'dry-run': 'true',
        force: 'True',
        'no-backup': 'TRUE',
        reason: ' CVE-2026-1\r\nsecond line ',
        'manifest-output-dir': 'm',
        'audit-output-dir': 'a',
        'json-report': 'r.json',
        'text-report': 'r.txt',
        'sign-audit-log': 'true',
        'lock-timeout': '0',
        'fence-seconds': '0.5',
        verbose: 'true',
      }),
    );
    expect(order.request).toMatchObject({
      rollbackType: 'artifacts_only',
      policyMode: 'lenient',
      force: true,
      createBackup: false,
      dryRun: true,
      reason: 'CVE-2026-1\nsecond line',
      lockTimeout: 0,
      fenceSeconds: 0.5,
    });
    expect(order.repository).toMatchObject({
      type: 'gcs',
      bucket: 'tars-releases',
      prefix: 'production/eu',
    });
    expect(order.output).toEqual({
      manifestDir: 'm',
      auditDir: 'a',
      jsonReport: 'r.json',
      textReport: 'r.txt',
      sign: true,
      verbose: true,
    });
  });

  test('tells all problems at once, each with its name and what is allowed', () => {
    const parsed = rollbackOf({
      'repository-type': 'S3',
      'rollback-type': 'artifacts-only',
      policy: 'lenietn',
      'dry-run': 'yes',
      'lock-timeout': '-1',
      'fence-seconds': '1e3',
      'manifest-output-dir': '',
      reason: 'x\u001b[2J',
    });
    expect(problemsOf(parsed)).toEqual([
      '--version: is required',
      "--rollback-type: 'artifacts-only' is not allowed; use full, artifacts_only or index_only (did you mean 'artifacts_only'?)",
      "--policy: 'lenietn' is not allowed; use strict or lenient (did you mean 'lenient'?)",
      "--dry-run: 'yes' is not allowed; use true or false",
      '--reason: contains a control character',
      "--lock-timeout: '-1' is not a number from 0 to 86400",
      "--fence-seconds: '1e3' is not a number from 0 to 3600",
      "--repository-type: 'S3' is not allowed; use local, s3 or gcs (did you mean 's3'?)",
      '--manifest-output-dir: the path is empty',
    ]);
  });

  test.each(BAD_VERSIONS)('is not made of a version that is %s', (_, version) => {
    for (const raw of [{ version }, { version, force: 'true' }, { version, policy: 'lenient' }]) {
      const problems = problemsOf(rollbackOf(raw));
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(/^--version: '[\x20-\x7e]*' is not a version: /);
    }
  });

  test.each([
    'v1.0',
    'v1.0.2',
    'V1.0.2',
    'v1.0.10',
    '1',
    '2026-01-01',
    'v1.0.2-rc.1+build~5',
    'a@b',
    'v'.repeat(128),
  ])('takes %s exactly as it is written', (version) => {
    expect(ordered(rollbackOf({ version })).request.version).toBe(version);
  });

  test.each([
    [{}, true],
    [{ 'create-backup': 'true' }, true],
    [{ 'create-backup': 'false' }, false],
    [{ 'no-backup': 'true' }, false],
    [{ 'no-backup': 'true', 'create-backup': 'false' }, false],
    [{ 'no-backup': 'false', 'create-backup': 'true' }, true],
  ])('%j: backup is %s', (raw, expected) => {
    expect(ordered(rollbackOf({ version: 'v1', ...raw })).request.createBackup).toBe(expected);
  });

  test('refuses a backup that is wanted and not wanted', () => {
    const raw = { version: 'v1', 'create-backup': 'true', 'no-backup': 'true' };
    expect(problemsOf(rollbackOf(raw))).toEqual([
      '--no-backup: contradicts --create-backup; give one of them',
    ]);
  });

  test.each(['', 'abc', 'NaN', 'Infinity', '0x10', ' 5', '86401', '1.2345', '9'.repeat(30)])(
    'refuses %j as a time to wait',
    (value) => {
      expect(problemsOf(rollbackOf({ version: 'v1', 'lock-timeout': value }))).toHaveLength(1);
    },
  );

  test('refuses a reason that is too long, and one file for two reports', () => {
    const raw = { version: 'v1', reason: 'x'.repeat(2001), 'json-report': 'a', 'text-report': 'a' };
    expect(problemsOf(rollbackOf(raw))).toEqual([
      '--reason: has 2001 characters; at most 2000 are allowed',
      '--text-report: is the same file as --json-report',
    ]);
  });
});

describe('a restore', () => {
  test('asks for a version or a rollback id', () => {
    expect(problemsOf(restoreOf({}))).toEqual(['--version: is required, or --rollback-id']);
    expect(ordered(restoreOf({ version: 'v1' })).request).toMatchObject({
      version: 'v1',
      rollbackId: undefined,
    });
    expect(ordered(restoreOf({ 'rollback-id': 'a1b2c3d4' })).request).toMatchObject({
      operation: 'restore',
      version: undefined,
      rollbackId: 'a1b2c3d4',
    });
  });

  test.each(['', 'a1b2c3d', 'A1B2C3D4', 'a1b2c3d4e', '../../..', 'a1b2c3g4'])(
    'refuses rollback id %j',
    (id) => {
      expect(problemsOf(restoreOf({ 'rollback-id': id }))).toHaveLength(1);
    },
  );

  test('does not look at what is of a rollback only', () => {
    expect(problemsOf(restoreOf({ version: 'v1', policy: 'none', 'rollback-type': 'x' }))).toEqual([]);
  });
});

describe('a recovery', () => {
  test.each([
    [{}, 'forward'],
    [{ revert: 'true' }, 'revert'],
    [{ abandon: 'true' }, 'abandon'],
  ])('%j goes %s', (raw, choice) => {
    expect(ordered(recoverOf(raw)).request).toMatchObject({
      operation: 'recover',
      choice,
      acceptLogBreak: false,
    });
  });

  test('accepts a broken log only when told so', () => {
    expect(ordered(recoverOf({ 'accept-log-break': 'true' })).request.acceptLogBreak).toBe(true);
  });

  test('goes one way only', () => {
    expect(problemsOf(recoverOf({ revert: 'true', abandon: 'true' }))).toEqual([
      '--revert: contradicts --abandon; give one of them',
    ]);
  });
});

test('a list takes the repository and output options', () => {
  const parsed = parseList({ 'repository-path': '/r', verbose: 'true' }, (name) => name);
  expect(parsed).toMatchObject({ order: { repository: { path: '/r' }, output: { verbose: true } } });
  expect(problemsOf(parseList({ 'repository-type': 'ftp' }, (name) => name))).toHaveLength(1);
});

test('a doctor takes the repository and output options, and no version', () => {
  const parsed = parseDoctor({ 'repository-path': '/r', 'json-report': 'j' }, (name) => name);
  expect(parsed).toMatchObject({
    order: {
      request: { operation: 'doctor' },
      repository: { type: 'local', path: '/r' },
      output: { jsonReport: 'j' },
    },
  });
  expect(problemsOf(parseDoctor({ repository: 'gcs://b' }, (name) => name))).toHaveLength(1);
});
