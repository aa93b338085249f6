import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { ActionsReporter } from '../../src/adapters/github/actions-reporter.ts';
import { annotate, annotateDoctor } from '../../src/adapters/github/annotations.ts';
import { INPUT_NAMES, readInputs } from '../../src/adapters/github/inputs.ts';
import { logLines } from '../../src/adapters/github/log-line.ts';
import { doctorOutputs, outputsOf } from '../../src/adapters/github/outputs.ts';
import {
  artifactFileNames,
  artifactName,
  uploadObstacle,
} from '../../src/adapters/github/workflow-artifact.ts';
import { parseAction } from '../../src/request/action.ts';
import type { RawOptions } from '../../src/request/options.ts';
import { sampleDoctorReport, sampleReport } from './sample-report.ts';

const action = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8'));
const PEM_LINE = 'MIIG/QIBADANBgkqhkiG9w0BAQEFAASCBucwggbj';
const PEM = `-----BEGIN PRIVATE KEY-----\n${PEM_LINE}\nab==\n-----END PRIVATE KEY-----\n`;

function written(): string[] {
  const calls = vi.mocked(process.stdout.write).mock.calls;
  return calls
    .map(([text]) => String(text))
    .join('')
    .split('\n');
}

/** Runs with these variables and everything that is written to stdout kept. */
function withEnvironment(environment: Record<string, string>) {
  for (const name of Object.keys(process.env))
    if (/^(INPUT_|GITHUB_|RUNNER_|ACTIONS_)/.test(name)) vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('inputs', () => {
  test('are those of action.yml', () => {
    expect(Object.keys(action.inputs)).toEqual([...INPUT_NAMES]);
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' });
  });

  test('have no default that gets in the way of a repository of another type', () => {
    const defaults = Object.entries<{ default?: string }>(action.inputs).flatMap(([name, input]) =>
      input.default === undefined ? [] : [[`INPUT_${name.toUpperCase()}`, input.default] as const],
    );
    const types: RawOptions[] = [
      {},
      { repository: 'repository' },
      { repository: 's3://tars/p' },
      { 'repository-type': 'gcs', 'repository-bucket': 'tars' },
    ];
    withEnvironment(Object.fromEntries(defaults));
    const inputs = readInputs();
    for (const raw of types) {
      const given = { ...inputs, raw: { ...inputs.raw, version: 'v1', ...raw } };
      expect(parseAction(given, { actor: 'ada', run: 'r' })).not.toHaveProperty('problems');
    }
  });

  test('that are empty count as not given', () => {
    withEnvironment({
      INPUT_VERSION: 'v1.0.2',
      'INPUT_DRY-RUN': ' true ',
      INPUT_REASON: '  ',
      INPUT_POLICY: '',
    });
    expect(readInputs().raw).toEqual({ version: 'v1.0.2', 'dry-run': 'true' });
  });

  test('that name a release are taken exactly', () => {
    withEnvironment({ INPUT_VERSION: 'v1.0.2\n', INPUT_CONFIRM: ' v1.0.2' });
    expect(readInputs().raw).toEqual({ version: 'v1.0.2\n', confirm: ' v1.0.2' });
  });

  test('that are not declared are named', () => {
    withEnvironment({
      INPUT_VERSION: 'v1',
      INPUT_DRYRUN: 'true',
      INPUT_VERSOIN: '',
      'INPUT_DRY-RUN': 'false',
    });
    expect(readInputs().unknown).toEqual(['dryrun', 'versoin']);
  });

  test('that are secret are masked line by line before anything else, and never in the raw options', () => {
    withEnvironment({ 'INPUT_SIGNING-KEY': PEM, ACTIONS_RUNTIME_TOKEN: 'runtime-token', RUNNER_DEBUG: '1' });
    const inputs = readInputs();
    expect(inputs.signingKey).toBe(PEM);
    expect(JSON.stringify(inputs.raw)).not.toContain('PRIVATE');
    expect(inputs.raw.verbose).toBe('true');
    expect(written()).toContain(`::add-mask::${PEM_LINE}`);
    expect(written()).toContain('::add-mask::runtime-token');
    expect(written().every((line) => line === '' || line.startsWith('::add-mask::'))).toBe(true);
    // Masked, these would blot out half the log.
    expect(written()).not.toContain('::add-mask::ab==');
    expect(written()).not.toContain('::add-mask::-----BEGIN PRIVATE KEY-----');
  });

  test('a key may come from the variable, its line ends written out', () => {
    withEnvironment({ ROLLBACK_SIGNING_KEY: PEM.replaceAll('\n', '\\n') });
    expect(readInputs()).toMatchObject({ signingKeySource: 'ROLLBACK_SIGNING_KEY' });
    expect(written()).toContain(`::add-mask::${PEM_LINE}`);
  });
});

describe('outputs', () => {
  const delivery = { reportPath: '/tmp/r.json', artifactId: '7', artifactUrl: 'https://x/artifacts/7' };

  test('are those of action.yml', () => {
    expect(Object.keys(outputsOf(sampleReport(), delivery)).sort()).toEqual(
      Object.keys(action.outputs).sort(),
    );
  });

  test('of a doctor are some of them', () => {
    const check = { name: 'index', result: 'failed', detail: 'gone', advice: 'Look.' } as const;
    const found = { ...sampleDoctorReport(), checks: [check], exit_code: 41 };
    const outputs = doctorOutputs(found, '/tmp/r.json');
    expect(outputs).toEqual({
      status: 'failed',
      'exit-code': '41',
      'report-path': '/tmp/r.json',
      message: 'Not fit for a rollback: index failed of 1 check',
    });
    expect(Object.keys(action.outputs)).toEqual(expect.arrayContaining(Object.keys(outputs)));
    expect(doctorOutputs(sampleDoctorReport(), '')).toMatchObject({ status: 'success', 'exit-code': '0' });
  });

  test('say what happened', () => {
    expect(outputsOf(sampleReport(), delivery)).toMatchObject({
      status: 'success',
      'exit-code': '0',
      changed: 'true',
      'artifacts-removed': '2',
      'backup-path': '/srv/tars/.rollback-backups/v1.0.2-20261123_090000-a1b2c3d4/',
      'manifest-path': '/out/v1.0.2.rollback-manifest.json',
      'audit-signature-path': '',
      'new-latest': 'v1.0.1',
      'artifact-id': '7',
      message: 'Rolled back v1.0.2',
    });
  });

  test('hold the report without its files', () => {
    const { report = '' } = outputsOf(sampleReport({ changed: 'unknown' }), delivery);
    expect(JSON.parse(report)).toMatchObject({ version: 'v1.0.2', changed: 'unknown' });
    expect(report).not.toContain('README.md');
  });
});

describe('annotations', () => {
  test('one error with the exit code, the reasons and what to do', () => {
    withEnvironment({});
    annotate(sampleReport({ exit_code: 41, errors: ['first', 'second'], advice: 'Do this.' }));
    expect(written()).toEqual([
      '::error::Release rollback failed (exit code 41): first%0A- second%0ADo this.',
      '',
    ]);
  });

  test('at most ten, whatever happened', () => {
    withEnvironment({});
    annotate(sampleReport({ warnings: Array.from({ length: 50 }, (_, n) => `warning ${n}`), exit_code: 43 }));
    const annotations = written().filter((line) => /^::(warning|error)/.test(line));
    expect(annotations).toHaveLength(10);
    expect(annotations.at(-2)).toBe('::warning::42 more warnings are in the log and in the report');
  });

  test('one error for all that a doctor found failing, one warning each for the rest', () => {
    withEnvironment({});
    annotateDoctor(sampleDoctorReport());
    expect(written()).toEqual(['::warning::log: an operation is open', '']);
    const failed = { name: 'a', result: 'failed', detail: 'x\n::error::forged', advice: '' } as const;
    annotateDoctor({ ...sampleDoctorReport(), checks: [failed, { ...failed, name: 'b' }], exit_code: 49 });
    expect(written().slice(1)).toEqual([
      '::error::Not fit for a rollback: a, b failed of 2 checks%0Aa: x\\n\\u{3a}:error::forged%0Ab: x\\n\\u{3a}:error::forged',
      '',
    ]);
  });

  test('and lines can not carry commands to the runner', () => {
    withEnvironment({});
    logLines('a\n::set-output name=x::y\r  ::error::z\n##[add-path]/evil\u001b[2J');
    expect(written()).toHaveLength(5);
    expect(written().join('\n')).not.toMatch(/^\s*::|##\[/m);
    expect(written().join('\n')).not.toContain('\u001b');
    annotate(sampleReport({ warnings: ['x\n::error::forged'] }));
    expect(written()).toContain('::warning::x\\n\\u{3a}:error::forged');
  });
});

test('the log is not flooded by progress', () => {
  withEnvironment({});
  let now = 0;
  const reporter = new ActionsReporter({ verbose: false, now: () => now });
  reporter.stageStarted('backup');
  for (now = 0; now < 60_000; now += 10) reporter.progress('backup', now, 60_000);
  reporter.stageEnded('backup', 60);
  expect(written().filter((line) => line.startsWith('backup: '))).toHaveLength(5);
  expect(written()).toContain('backup       60.000 s');
});

describe('a workflow artifact', () => {
  test('holds every file, under a name that it takes', () => {
    const files = [
      '/out/v1.rollback-audit.json',
      '/a/report.txt',
      '/b/Report.TXT',
      '/c/report.txt',
      '/d/a:b"?',
    ];
    expect(artifactFileNames(files)).toEqual([
      ...['v1.rollback-audit.json', 'report.txt', 'Report.2.TXT', 'report.3.txt', 'a_b__'],
    ]);
  });

  test('has a name that GitHub takes', () => {
    const parts = {
      operation: 'rollback',
      version: 'v1.0.2',
      rollbackId: 'a1b2c3d4',
      dryRun: false,
      changed: true,
      attempt: 2,
    };
    expect(artifactName(parts)).toBe('rollback-v1.0.2-a1b2c3d4-2');
    expect(artifactName({ ...parts, operation: 'restore' })).toBe('restore-v1.0.2-a1b2c3d4-2');
    const dry = { ...parts, rollbackId: '', dryRun: true, changed: false };
    expect(artifactName(dry)).toMatch(/^rollback-v1\.0\.2-dry-run-[0-9a-f]{8}-2$/);
    const failed = { ...parts, version: 'a/b"c', rollbackId: '', changed: false };
    expect(artifactName(failed)).toMatch(/^rollback-a_b_c-none-[0-9a-f]{8}-2$/);
  });

  test.each([
    ['a dry run', { rollbackId: '', dryRun: true }],
    ['a failure', { rollbackId: '' }],
    ['a restore of what is restored already', { operation: 'restore' }],
  ])('of %s has no name twice', (_, about) => {
    const parts = {
      operation: 'rollback',
      version: 'v1',
      rollbackId: 'a1b2c3d4',
      dryRun: false,
      changed: false,
    };
    const names = new Set([1, 2, 3].map(() => artifactName({ ...parts, attempt: 1, ...about })));
    expect(names.size).toBe(3);
  });

  test.each([
    [{}, 'this runner gives no ACTIONS_RUNTIME_TOKEN and no ACTIONS_RESULTS_URL'],
    [{ ACTIONS_RUNTIME_TOKEN: 't' }, 'this runner gives no ACTIONS_RESULTS_URL'],
    [{ ACTIONS_RUNTIME_TOKEN: 't', ACTIONS_RESULTS_URL: 'u' }, undefined],
    [
      { ACTIONS_RUNTIME_TOKEN: 't', ACTIONS_RESULTS_URL: 'u', GITHUB_SERVER_URL: 'https://acme.ghe.com' },
      undefined,
    ],
    [
      { ACTIONS_RUNTIME_TOKEN: 't', ACTIONS_RESULTS_URL: 'u', GITHUB_SERVER_URL: 'https://git.acme.com' },
      'GitHub Enterprise Server (https://git.acme.com) does not take these artifacts',
    ],
  ])('with %j: %s', (environment, obstacle) => {
    expect(uploadObstacle(environment)).toBe(obstacle);
  });
});
