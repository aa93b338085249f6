import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GithubStandIn } from '../servers/github-stand-in.ts';
import { type ActionSurroundings, runAction } from './action-run.ts';
import { index, published, type Sandbox, sandbox, snapshot } from './sandbox.ts';
import { privateKeyPem } from './signing-key.ts';

let box: Sandbox;
let github: GithubStandIn;
beforeEach(async () => {
  box = await sandbox();
  github = await GithubStandIn.start();
});
afterEach(async () => {
  await github.stop();
  await box.remove();
});

const action = (inputs: Record<string, string>, more: ActionSurroundings = {}) =>
  runAction(box, inputs, { github, ...more });

describe('a rollback', () => {
  test('takes the release out, tells it, and uploads the evidence', async () => {
    await writeFile(join(box.home, 'gha-creds-0123456789abcdef.json'), '{"type":"external_account"}');
    const ended = await action({ version: 'v1.0.2', reason: 'CVE-2026-1' });
    expect(ended).toMatchObject({ code: 0, errors: [] });
    expect((await index(box.repository)).releases.map(({ version }) => version)).toEqual([
      'v1.0.1',
      'v1.0.0',
    ]);
    expect(await stat(join(box.repository, 'v1.0.2')).catch(() => 'gone')).toBe('gone');

    const { outputs } = ended;
    expect(outputs).toMatchObject({
      status: 'success',
      'exit-code': '0',
      'rollback-id': expect.stringMatching(/^[0-9a-f]{8}$/),
      changed: 'true',
      'dry-run': 'false',
      'index-updated': 'true',
      'previous-latest': 'v1.0.2',
      'new-latest': 'v1.0.1',
      'audit-signature-path': '',
      'artifact-id': '1000',
      'artifact-url': 'https://github.com/acme/tars/actions/runs/4711/artifacts/1000',
    });
    expect(Number(outputs['artifacts-removed'])).toBeGreaterThan(0);
    expect(await stat(outputs['backup-path'] ?? '').then((found) => found.isDirectory())).toBe(true);
    for (const name of ['manifest-path', 'audit-log-path', 'report-path']) {
      expect(JSON.parse(await readFile(outputs[name] ?? '', 'utf8'))).toMatchObject({ version: 'v1.0.2' });
    }
    expect(JSON.parse(outputs.report ?? '')).toMatchObject({ version: 'v1.0.2', exit_code: 0 });
    const audit = JSON.parse(await readFile(outputs['audit-log-path'] ?? '', 'utf8'));
    expect(audit).toMatchObject({
      actor: 'octocat',
      run: 'https://github.com/acme/tars/actions/runs/4711/attempts/2',
    });

    expect(github.artifacts).toHaveLength(1);
    // Exactly these, though the login's credentials file lies beside them.
    const [artifact] = github.artifacts;
    expect(artifact?.name).toBe(`rollback-v1.0.2-${outputs['rollback-id']}-2`);
    expect([...(artifact?.files.keys() ?? [])].sort()).toEqual([
      'v1.0.2.rollback-audit.json',
      'v1.0.2.rollback-manifest.json',
      'v1.0.2.rollback-report.json',
      'v1.0.2.rollback-report.txt',
    ]);
    for (const [name, path] of [
      ['v1.0.2.rollback-audit.json', outputs['audit-log-path']],
      ['v1.0.2.rollback-manifest.json', outputs['manifest-path']],
      ['v1.0.2.rollback-report.json', outputs['report-path']],
    ] as const) {
      expect(artifact?.files.get(name)).toEqual(await readFile(path ?? ''));
    }
    expect(ended.summary).toContain('v1.0.2');
    expect(ended.summary).toContain('v1.0.1');
    expect(ended.summary).toContain('| Reason | CVE-2026-1 |\n| Asked by | octocat |');
    expect(ended.summary).toContain('- uses: OWNER/release-rollback@v1\n');
  });

  test('names in its summary the action that ran, for the step that undoes it', async () => {
    const env = { GITHUB_ACTION_REPOSITORY: 'acme/release-rollback', GITHUB_ACTION_REF: 'v1.2.3' };
    const ended = await action({ version: 'v1.0.2' }, { env });
    expect(ended.summary).toContain('- uses: acme/release-rollback@v1.2.3\n  with:\n');
  });

  test('of each type is restored to what was there', async () => {
    const before = await published(box.repository);
    for (const type of ['full', 'artifacts_only', 'index_only']) {
      const back = { version: 'v1.0.2', 'rollback-type': type };
      expect((await action(back)).outputs, type).toMatchObject({ status: 'success', changed: 'true' });
      expect(await published(box.repository)).not.toEqual(before);
      const restored = await action({ operation: 'restore', version: 'v1.0.2' });
      expect(restored.outputs, type).toMatchObject({ status: 'success', 'new-latest': 'v1.0.2' });
      const now = await published(box.repository);
      // last_updated always moves on.
      for (const file of ['index.json', 'index.md']) now[file] = before[file] ?? '';
      expect(now, type).toEqual(before);
    }
    expect(github.artifacts).toHaveLength(6);
  });

  test('signs with the key, which never shows', async () => {
    const pem = privateKeyPem();
    const ended = await action({
      version: 'v1.0.2',
      'sign-audit-log': 'true',
      'signing-key': pem,
      verbose: 'true',
    });
    expect(ended).toMatchObject({ code: 0 });
    expect(JSON.parse(await readFile(ended.outputs['audit-signature-path'] ?? '', 'utf8'))).toMatchObject({
      algorithm: 'RSA-PSS-SHA256',
    });
    expect(github.artifacts[0]?.files.has('v1.0.2.rollback-audit.sig')).toBe(true);
    const secrets = [
      github.token,
      ...pem.split('\n').filter((line) => line.length > 10 && !line.startsWith('-----')),
    ];
    const lines = ended.stdout.split('\n');
    const firstOther = lines.findIndex((line) => !line.startsWith('::add-mask::'));
    const shown = [
      ...lines.slice(firstOther).filter((line) => !line.startsWith('::add-mask::')),
      ended.stderr,
      ended.summary,
    ];
    for (const secret of secrets) {
      expect(lines.slice(0, firstOther)).toContain(`::add-mask::${secret}`);
      expect(shown.join('\n')).not.toContain(secret);
      expect(JSON.stringify(ended.outputs)).not.toContain(secret);
    }
  });

  test('that fails sets its outputs, the annotation and the exit code', async () => {
    const before = await snapshot(box.repository);
    const ended = await action({ version: 'v9.9.9' });
    expect(ended.code).toBe(40);
    expect(ended.errors).toEqual([
      expect.stringMatching(
        /^Release rollback failed \(exit code 40\): Version v9\.9\.9 not found in repository\n/,
      ),
    ]);
    expect(ended.outputs).toMatchObject({
      status: 'failed',
      'exit-code': '40',
      changed: 'false',
      'manifest-path': '',
    });
    expect(ended.summary).toContain('v9.9.9');
    expect([...(github.artifacts[0]?.files.keys() ?? [])].sort()).toEqual([
      'v9.9.9.rollback-report.json',
      'v9.9.9.rollback-report.txt',
    ]);
    expect(await snapshot(box.repository, /^\.rollback-(log|work)/)).toEqual(before);
  });

  test('that only simulates changes nothing and uploads its reports', async () => {
    const before = await snapshot(box.home, /^(runner-temp|\.state)/);
    const ended = await action({ version: 'v1.0.2', 'dry-run': 'true' });
    expect(ended).toMatchObject({ code: 0, errors: [] });
    expect(ended.outputs).toMatchObject({
      status: 'dry_run',
      'dry-run': 'true',
      'rollback-id': '',
      changed: 'false',
    });
    expect(ended.stdout).toContain('DRY RUN SIMULATION');
    expect(await snapshot(box.home, /^(runner-temp|\.state)/)).toEqual(before);
    expect(github.artifacts[0]?.name).toMatch(/^rollback-v1\.0\.2-dry-run-[0-9a-f]{8}-2$/);
    expect(github.artifacts[0]?.files.size).toBe(2);
  });
});

test('one job may ask twice: dry runs, failures, restores of what is there; each has its artifact', async () => {
  const must = { version: 'v1.0.2', 'upload-artifacts': 'true' };
  const orders = [
    ...[{ ...must, 'dry-run': 'true' }, must, { ...must, operation: 'restore' }],
    ...[
      { ...must, operation: 'restore', 'dry-run': 'true' },
      { ...must, version: 'v9.9.9' },
    ],
  ];
  for (const order of [...orders.slice(0, 3), ...orders, ...orders.slice(2)]) {
    const ended = await action(order);
    expect(ended).toMatchObject({ code: order.version === 'v9.9.9' ? 40 : 0, warnings: [] });
  }
  expect(new Set(github.artifacts.map(({ name }) => name)).size).toBe(11);
});

describe('the inputs', () => {
  test('are all told when they are wrong, and nothing is looked at', async () => {
    const before = await snapshot(box.repository);
    const ended = await action({
      version: '../x',
      policy: 'lenietn',
      dryrun: 'true',
      'sign-audit-log': 'true',
    });
    expect(ended.code).toBe(49);
    expect(ended.errors).toHaveLength(1);
    for (const part of [
      "'../x' is not a version",
      "did you mean 'lenient'?",
      "did you mean 'dry-run'?",
      'signing-key: is required',
    ]) {
      expect(ended.errors[0]).toContain(part);
    }
    expect(ended.errors[0]).toMatch(/^Release rollback failed \(exit code 49\): /);
    expect(ended.outputs).toMatchObject({ status: 'failed', 'exit-code': '49', changed: 'false' });
    expect(github.artifacts).toEqual([]);
    expect(await snapshot(box.repository)).toEqual(before);
  });

  test.each([
    ['rollback', { version: 'v1.0.2', 'rollback-type': 'fulll' }],
    ['doctor', { operation: 'doctor', concurrency: 'many' }],
  ])(
    'that are refused have a report of what was given, and of nothing else: %s',
    async (operation, inputs) => {
      const before = await snapshot(box.repository);
      const json = join(box.repository, 'index.json');
      const bucket = {
        'repository-type': 's3',
        'repository-bucket': 'my-releases',
        'repository-prefix': 'p',
      };
      const ended = await action({ ...inputs, ...bucket, 'json-report': json, policy: 'Strict' });
      expect(ended.code).toBe(49);
      const report = ended.outputs['report-path'] ?? '';
      expect(report).toMatch(
        new RegExp(`^${box.home}/runner-temp/release-rollback-[^/]+/${operation}-report\\.json$`),
      );
      const written = JSON.parse(await readFile(report, 'utf8'));
      expect(written).toMatchObject({ repository_type: 's3', repository_location: 's3://my-releases/p' });
      expect(await readFile(report.replace(/json$/, 'txt'), 'utf8')).toContain('s3://my-releases/p');
      expect(ended.summary).toContain('my-releases/p');
      for (const nobodySaid of ['local', 'full, strict', 'not checked'])
        expect(ended.summary).not.toContain(nobodySaid);
      expect(await snapshot(box.repository)).toEqual(before);
    },
  );

  test('that name no repository are refused without one', async () => {
    const ended = await action({ policy: 'lenietn' });
    expect(ended.summary).not.toContain('| Repository');
  });

  test('a key without sign-audit-log is refused: nothing would be signed; the variable alone is not', async () => {
    const before = await snapshot(box.repository);
    for (const more of [{}, { 'sign-audit-log': 'false' }]) {
      const ended = await action({ version: 'v1.0.2', 'signing-key': privateKeyPem(), ...more });
      expect(ended.code).toBe(49);
      expect(ended.errors[0]).toContain('signing-key: is of use only with sign-audit-log');
    }
    expect(await snapshot(box.repository)).toEqual(before);
    const env = { ROLLBACK_SIGNING_KEY: privateKeyPem() };
    expect(await action({ version: 'v1.0.2' }, { env })).toMatchObject({ code: 0, warnings: [] });
  });

  test('confirm must be the version', async () => {
    const wrong = await action({ version: 'v1.0.2', confirm: 'v1.0.1' });
    expect(wrong.code).toBe(49);
    expect(wrong.errors[0]).toContain("confirm: 'v1.0.1' is not the version 'v1.0.2'");
    expect((await action({ version: 'v1.0.2', confirm: 'v1.0.2' })).code).toBe(0);
  });

  test('place the files relative to the workspace', async () => {
    const ended = await action({
      version: 'v1.0.2',
      'manifest-output-dir': 'out/manifests',
      'audit-output-dir': 'out/audit',
      'json-report': 'out/report.json',
      'text-report': 'out/report.txt',
    });
    expect(ended.outputs).toMatchObject({
      'manifest-path': join(box.home, 'out/manifests/v1.0.2.rollback-manifest.json'),
      'audit-log-path': join(box.home, 'out/audit/v1.0.2.rollback-audit.json'),
      'report-path': join(box.home, 'out/report.json'),
    });
    expect([...(github.artifacts[0]?.files.keys() ?? [])].sort()).toEqual([
      'report.json',
      'report.txt',
      'v1.0.2.rollback-audit.json',
      'v1.0.2.rollback-manifest.json',
    ]);
  });

  test('may give both reports one name: the artifact has both', async () => {
    const ended = await action({ version: 'v1.0.2', 'json-report': 'a/report', 'text-report': 'b/Report' });
    const files = github.artifacts[0]?.files;
    expect([...(files?.keys() ?? [])].sort()).toEqual([
      'Report.2',
      'report',
      'v1.0.2.rollback-audit.json',
      'v1.0.2.rollback-manifest.json',
    ]);
    expect(files?.get('report')).toEqual(await readFile(ended.outputs['report-path'] ?? ''));
    expect(files?.get('Report.2')).toEqual(await readFile(join(box.home, 'b/Report')));
  });

  test.each([
    // In the artifact one would hide the other.
    ['a/v1.0.2.rollback-manifest.json', 'has the name of evidence'],
    ['repository/index.json', "is the repository's own index.json"],
  ])('put no report at %s', async (place, words) => {
    const before = await snapshot(box.repository);
    const ended = await action({ version: 'v1.0.2', 'json-report': place });
    expect(ended.code).toBe(49);
    expect(ended.errors[0]).toContain(words);
    expect(await snapshot(box.repository)).toEqual(before);
  });

  test('name and keep the artifact, or leave summary and artifact out', async () => {
    const named = await action({
      version: 'v1.0.2',
      'artifact-name': 'evidence',
      'artifact-retention-days': '7',
    });
    expect(named.outputs['artifact-id']).toBe('1000');
    expect(github.artifacts[0]?.name).toBe('evidence');
    const days = (Date.parse(github.artifacts[0]?.expiresAt ?? '') - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(7);
    const quiet = await action({
      operation: 'restore',
      version: 'v1.0.2',
      'upload-artifacts': 'false',
      summary: 'false',
    });
    expect(quiet).toMatchObject({ code: 0, summary: '', warnings: [] });
    expect(github.artifacts).toHaveLength(1);
  });
});

describe('without a way to upload', () => {
  const none = { ACTIONS_RUNTIME_TOKEN: undefined, ACTIONS_RESULTS_URL: undefined };
  const enterprise = { GITHUB_SERVER_URL: 'https://git.acme.com' };

  test.each([
    ['no token', none],
    ['GHES', enterprise],
  ])('auto warns and leaves the files: %s', async (_, env) => {
    const ended = await action({ version: 'v1.0.2' }, { env });
    expect(ended).toMatchObject({ code: 0, errors: [] });
    expect(ended.warnings).toEqual([
      expect.stringMatching(/^No workflow artifact: .*the evidence is on the runner: /),
    ]);
    expect(ended.outputs).toMatchObject({ status: 'success', 'artifact-id': '', 'artifact-url': '' });
    await stat(ended.outputs['manifest-path'] ?? '');
  });

  test.each([
    ['no token', none],
    ['GHES', enterprise],
  ])('true is refused before anything is changed: %s', async (_, env) => {
    const before = await snapshot(box.repository);
    const ended = await action({ version: 'v1.0.2', 'upload-artifacts': 'true' }, { env });
    expect(ended.code).toBe(49);
    expect(ended.errors[0]).toContain('upload-artifacts: is true, and nothing can be uploaded from here');
    expect(await snapshot(box.repository)).toEqual(before);
  });
});

describe('an upload that fails', () => {
  test('with true fails the step with 48 and says that the rollback is done', async () => {
    github.misbehaves = { blob: 403 };
    const ended = await action({ version: 'v1.0.2', 'upload-artifacts': 'true' });
    expect(ended.code).toBe(48);
    expect(ended.errors[0]).toMatch(/^Release rollback failed \(exit code 48\): Workflow artifact '/);
    expect(ended.errors[0]).toContain(ended.outputs['manifest-path']);
    expect(ended.outputs).toMatchObject({ status: 'partial', 'exit-code': '48', changed: 'true' });
    expect(ended.outputs.message).toContain('the rollback itself is done');
    expect(JSON.parse(await readFile(ended.outputs['report-path'] ?? '', 'utf8'))).toMatchObject({
      exit_code: 48,
    });
    expect((await index(box.repository)).releases.map(({ version }) => version)).toEqual([
      'v1.0.1',
      'v1.0.0',
    ]);
  });

  test.each([{ create: 403 }, { blob: 403 }, { finalize: 400 }])(
    'with auto is a warning: %j',
    async (how) => {
      github.misbehaves = how;
      const ended = await action({ version: 'v1.0.2' });
      expect(ended).toMatchObject({ code: 0, errors: [] });
      expect(ended.warnings).toEqual([expect.stringContaining('could not be uploaded')]);
    },
  );

  test('of a dry run: nothing was done, and it may be run again', async () => {
    github.misbehaves = { blob: 403 };
    const ended = await action({ version: 'v1.0.2', 'dry-run': 'true', 'upload-artifacts': 'true' });
    expect(ended).toMatchObject({ code: 48, outputs: { 'exit-code': '48', changed: 'false' } });
    expect(ended.errors[0]).toContain('the reports are on the runner');
    expect(ended.errors[0]).toContain('may be run again');
    expect(ended.errors[0]).not.toContain('do not run it again');
  });

  test('does not hide why the rollback failed', async () => {
    github.misbehaves = { create: 403 };
    const ended = await action({ version: 'v9.9.9', 'upload-artifacts': 'true' });
    expect(ended.code).toBe(40);
    expect(ended.warnings).toEqual([expect.stringContaining('could not be uploaded')]);
  });
});

test('a name that is taken is told in words', async () => {
  expect((await action({ version: 'v1.0.2', 'artifact-name': 'evidence' })).code).toBe(0);
  const again = await action({ operation: 'restore', version: 'v1.0.2', 'artifact-name': 'evidence' });
  expect(again.warnings).toEqual([expect.stringContaining('an artifact of this name is there already')]);
});

test('no temp folder is told before anything is changed; no event file is no reason to fail', async () => {
  const before = await snapshot(box.repository);
  await writeFile(join(box.home, 'file'), '{ no json');
  const ended = await action({ version: 'v1.0.2' }, { env: { RUNNER_TEMP: join(box.home, 'file', 'temp') } });
  expect(ended).toMatchObject({ code: 48, outputs: { 'exit-code': '48', changed: 'false' } });
  expect(await snapshot(box.repository)).toEqual(before);
  const event = await action({ version: 'v1.0.2' }, { env: { GITHUB_EVENT_PATH: join(box.home, 'file') } });
  expect(event).toMatchObject({ code: 0, errors: [] });
});

test('no file for summary or outputs is a warning, not a failed rollback', async () => {
  const env = {
    GITHUB_STEP_SUMMARY: join(box.home, 'nowhere'),
    GITHUB_OUTPUT: join(box.home, 'nowhere-either'),
  };
  const ended = await action({ version: 'v1.0.2' }, { env });
  expect(ended.code).toBe(0);
  expect(ended.stdout).toContain('WARNING: No job summary: ');
  expect(ended.stdout).toContain('WARNING: No outputs: ');
});

test('a name in the repository can not command the runner', async () => {
  const file = join(box.repository, 'v1.0.2', '::error::forged ##[add-path]x');
  await writeFile(file, 'x');
  for (const dry of ['true', 'false']) {
    const ended = await action({ version: 'v1.0.2', 'dry-run': dry, verbose: 'true' });
    expect(ended).toMatchObject({ code: 0, errors: [] });
    expect(ended.stdout).not.toMatch(/^\s*::(?!add-mask|group|endgroup|warning|debug)/m);
    expect(ended.stdout.replaceAll(/^::warning.*$/gm, '')).not.toContain('##[');
  }
});

test('recover finds nothing to do', async () => {
  const ended = await action({ operation: 'recover' });
  expect(ended).toMatchObject({ code: 0, errors: [] });
  expect(ended.outputs).toMatchObject({ status: 'success', changed: 'false' });
});

describe('doctor', () => {
  test('tells what it found: log, outputs, a table in the summary; nothing is uploaded', async () => {
    const before = await snapshot(box.repository);
    const ended = await action({ operation: 'doctor' });
    expect(ended).toMatchObject({ code: 0, errors: [], warnings: [] });
    expect(ended.outputs).toEqual({
      status: 'success',
      'exit-code': '0',
      'report-path': expect.stringMatching(/doctor-report\.json$/),
      message: 'Fit for a rollback: 5 ok, 1 skipped',
    });
    expect(JSON.parse(await readFile(ended.outputs['report-path'] ?? '', 'utf8'))).toMatchObject({
      checks: expect.arrayContaining([expect.objectContaining({ name: 'index', result: 'ok' })]),
    });
    expect(ended.stdout).toMatch(/^ {2}ok {7}repository /m);
    expect(ended.summary).toContain('| index | ✅ ok | 3 releases, latest v1.0.2 |');
    expect(await snapshot(box.repository)).toEqual(before);
    expect(github.artifacts).toEqual([]);
  });

  test('fails the step when something would stop a rollback', async () => {
    const ended = await action({ operation: 'doctor', 'repository-path': 'nowhere', summary: 'false' });
    expect(ended).toMatchObject({ code: 49, summary: '' });
    expect(ended.outputs).toMatchObject({ status: 'failed', 'exit-code': '49' });
    expect(ended.errors).toEqual([expect.stringContaining("nowhere' does not exist")]);
  });

  test('tells inputs that are no order in the same form', async () => {
    const ended = await action({ operation: 'doctor', repository: 'gcs://user:SECRET@tars', retries: '1' });
    expect(ended).toMatchObject({ code: 49, outputs: { status: 'failed', 'exit-code': '49' } });
    expect(ended.errors[0]).toContain('write gs://tars');
    expect(ended.summary).toContain('| repository | ❌ failed |');
    expect(ended.stdout + ended.stderr + ended.summary).not.toContain('SECRET');
  });
});

test('the short form and its parts are not given together, whatever action.yml has for defaults', async () => {
  expect(await action({ version: 'v1.0.2', repository: './repository', 'dry-run': 'true' })).toMatchObject({
    code: 0,
  });
  const ended = await action({ version: 'v1.0.2', repository: './repository', 'repository-type': 'local' });
  expect(ended.errors[0]).toContain('repository: says repository-type as well; give one or the other');
});
