import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BUCKET, fixtureFiles, keyInBucket } from '../builders/remote-world.ts';
import { GcsServer } from '../servers/gcs/server.ts';
import { GithubStandIn } from '../servers/github-stand-in.ts';
import { S3Server } from '../servers/s3/server.ts';
import { runAction } from './action-run.ts';
import { cli, words } from './cli-run.ts';
import { type Sandbox, sandbox } from './sandbox.ts';

/** A bucket on loopback with the fixture in it, as a workflow reaches it. */
interface Cloud {
  /** As Action inputs; with two dashes in front they are flags. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  text(key: string): string | undefined;
  /** What readers see: our own folders aside, each object's bytes. */
  published(): Record<string, string>;
  close(): Promise<void>;
}

async function s3(versioned: boolean): Promise<Cloud> {
  const server = await S3Server.start();
  const bucket = server.createBucket(BUCKET);
  if (versioned) bucket.versioning = 'Enabled';
  for (const [key, body] of fixtureFiles()) bucket.put(keyInBucket(key), body);
  const { accessKeyId, secretAccessKey } = server.credentials;
  return {
    inputs: {
      repository: `s3://${BUCKET}/production`,
      's3-endpoint': server.endpoint,
      's3-region': server.region,
      's3-force-path-style': 'true',
    },
    env: { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey },
    text: (key) => bucket.text(keyInBucket(key)),
    published: () => visible(bucket.keys(), (key) => bucket.text(key)),
    close: () => server.close(),
  };
}

async function gcs(): Promise<Cloud> {
  const server = await GcsServer.start();
  const bucket = server.createBucket(BUCKET);
  for (const [key, body] of fixtureFiles()) bucket.put(keyInBucket(key), body);
  return {
    inputs: {
      'repository-type': 'gcs',
      'repository-bucket': BUCKET,
      'repository-prefix': 'production',
      'gcs-endpoint': server.endpoint,
      'gcs-project-id': 'acme',
    },
    env: {},
    text: (key) => bucket.text(keyInBucket(key)),
    published: () => visible(bucket.names(), (key) => bucket.text(key)),
    close: () => server.close(),
  };
}

function visible(keys: readonly string[], text: (key: string) => string | undefined): Record<string, string> {
  const kept = keys.filter((key) => !key.includes('/.rollback-') && !key.endsWith('/index.md'));
  return Object.fromEntries(
    kept.map((key) => [key, (text(key) ?? '').replace(/"last_updated": "[^"]*"/, '"last_updated": ""')]),
  );
}

const flags = (inputs: Readonly<Record<string, string>>): string[] =>
  Object.entries(inputs).flatMap(([name, value]) =>
    value === 'true' ? [`--${name}`] : [`--${name}`, value],
  );

const clouds: readonly [string, () => Promise<Cloud>][] = [
  ['S3', () => s3(false)],
  ['S3 that keeps versions', () => s3(true)],
  ['Google Cloud Storage', gcs],
];

describe.each(clouds)('the bundle on %s', (_name, start) => {
  let cloud: Cloud;
  let box: Sandbox;
  let github: GithubStandIn;
  beforeEach(async () => {
    [cloud, box, github] = await Promise.all([start(), sandbox(), GithubStandIn.start()]);
  });
  afterEach(async () => {
    await Promise.all([cloud.close(), box.remove(), github.stop()]);
  });
  const action = (inputs: Record<string, string>) =>
    runAction(box, { ...cloud.inputs, ...inputs }, { github, env: cloud.env });
  const command = (argv: readonly string[]) => cli(box, argv, { env: cloud.env });

  test('the Action rolls back and restores each type, with evidence', async () => {
    const before = cloud.published();
    for (const type of ['full', 'artifacts_only', 'index_only']) {
      const out = await action({ version: 'v1.0.2', 'rollback-type': type, reason: 'bad' });
      expect(out, out.stdout).toMatchObject({ code: 0, errors: [] });
      expect(out.outputs).toMatchObject({ status: 'success', changed: 'true', 'dry-run': 'false' });
      const listed = (JSON.parse(cloud.text('index.json') ?? '') as { releases: { version: string }[] })
        .releases;
      expect(listed.map(({ version }) => version).includes('v1.0.2')).toBe(type === 'artifacts_only');
      expect(cloud.text('v1.0.2/README.md') === undefined).toBe(type !== 'index_only');
      for (const name of ['manifest-path', 'audit-log-path'])
        expect(JSON.parse(await readFile(out.outputs[name] ?? '', 'utf8'))).toMatchObject({
          version: 'v1.0.2',
        });
      const names = [...(github.artifacts.at(-1)?.files.keys() ?? [])];
      expect(names).toContain('v1.0.2.rollback-audit.json');
      expect(out.summary).toContain('release-rollback restore');

      const back = await action({ operation: 'restore', version: 'v1.0.2' });
      expect(back, back.stdout).toMatchObject({ code: 0, errors: [] });
      expect(cloud.published()).toEqual(before);
    }
  });

  test('the CLI shows a plan, does it, lists it, and undoes it by the command that it printed', async () => {
    const before = cloud.published();
    const dry = await command(['--version', 'v1.0.2', '--dry-run', ...flags(cloud.inputs)]);
    expect(dry, dry.stderr).toMatchObject({ code: 0 });
    expect(dry.stdout).toContain('DRY RUN SIMULATION');
    expect(cloud.published()).toEqual(before);

    const out = await command(['--version', 'v1.0.2', ...flags(cloud.inputs)]);
    expect(out, out.stderr).toMatchObject({ code: 0 });
    const listed = await command(['list', ...flags(cloud.inputs)]);
    expect(listed.stdout).toContain('v1.0.2');

    const line = out.stdout.split('\n').find((each) => each.includes('release-rollback restore')) ?? '';
    const undo = words(line.slice(line.indexOf('restore')));
    const back = await command(undo);
    expect(back, `${line}\n${back.stderr}`).toMatchObject({ code: 0 });
    expect(cloud.published()).toEqual(before);
  });

  test('doctor says what is there, and touches no release', async () => {
    const before = cloud.published();
    const ended = await command(['doctor', '--json', ...flags(cloud.inputs)]);
    expect(ended, ended.stderr).toMatchObject({ code: 0 });
    const { checks } = JSON.parse(ended.stdout) as { checks: { name: string; result: string }[] };
    expect(checks.length).toBeGreaterThan(6);
    expect(checks.filter(({ result }) => result === 'failed')).toEqual([]);
    expect(cloud.published()).toEqual(before);
  });

  test('a mistyped prefix is no repository, and stays empty', async () => {
    const inputs: Record<string, string> = { ...cloud.inputs };
    if (inputs.repository === undefined) inputs['repository-prefix'] = 'prodution';
    else inputs.repository = `s3://${BUCKET}/prodution`;
    const ended = await command(['--version', 'v1.0.2', ...flags(inputs)]);
    expect(ended.code, ended.stderr).toBe(49);
    expect(ended.stderr).toContain('There is nothing at');
    expect(Object.keys(cloud.published()).filter((key) => key.startsWith('prodution'))).toEqual([]);
  });
});

test('without Google credentials the command says what to do', async () => {
  const box = await sandbox();
  try {
    const ended = await cli(box, ['--version', 'v1.0.2', '--repository', 'gs://releases/tars'], {
      env: { METADATA_SERVER_DETECTION: 'none' },
    });
    expect(ended.code).toBe(49);
    expect(ended.stderr).toContain('There are no Google credentials here');
    expect(ended.stderr).toContain('google-github-actions/auth');
  } finally {
    await box.remove();
  }
});
