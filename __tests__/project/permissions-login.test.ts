import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { blockBelow, page } from './permissions-page.ts';

interface Job {
  readonly environment: string;
  readonly steps: readonly Step[];
}
interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
}

async function jobsOf(example: string): Promise<Readonly<Record<string, Job>>> {
  const text = await readFile(new URL(`../../examples/${example}`, import.meta.url), 'utf8');
  return (parse(text) as { readonly jobs: Readonly<Record<string, Job>> }).jobs;
}

/** Who logs in from which environment, of the jobs of an example. */
async function loginsOf(example: string, input: string): Promise<readonly (readonly [string, string])[]> {
  return Object.values(await jobsOf(example)).flatMap(({ environment, steps }) =>
    steps.flatMap((step) => {
      const who = step.with?.[input];
      return who === undefined ? [] : [[environment, who.replace(/^.*\//, '').replace(/@.*$/, '')] as const];
    }),
  );
}

/** All shell of the page, a command per line. */
async function commands(): Promise<readonly string[]> {
  const blocks = [...(await page()).matchAll(/^ *```sh\n(.*?)^ *```/gms)].map(([, text = '']) => text);
  return blocks
    .join('\n')
    .replace(/\\\n\s*/g, '')
    .split('\n');
}

/** `sed s/FROM/TO/ FILE`: the tests ask no more of a machine than Node, npm, git and a shell. */
const SED = `
  const [command, file] = process.argv.slice(1);
  const [, from, to] = /^s\\/(.*)\\/(.*)\\/$/.exec(command);
  const lines = require('node:fs').readFileSync(file, 'utf8').split('\\n');
  process.stdout.write(lines.map((line) => line.replace(new RegExp(from), to)).join('\\n'));`;

test('GCS: the login finds a workspace that is not empty, and evidence goes to a folder without its file', async () => {
  for (const { steps } of Object.values(await jobsOf('rollback-gcs.yml'))) {
    const made = steps.findIndex(({ run }) => run === 'mkdir -p evidence');
    const login = steps.findIndex(({ uses }) => uses?.startsWith('google-github-actions/auth@'));
    expect([made, login]).toEqual([0, 1]);
    const given = steps.find(({ uses }) => uses?.startsWith('OWNER/release-rollback@'))?.with;
    expect([given?.['manifest-output-dir'], given?.['audit-output-dir']]).toEqual(['evidence', 'evidence']);
  }
});

test('GCS: each job of the workflow can log in once the commands were copied', async () => {
  const logins = await loginsOf('rollback-gcs.yml', 'service_account');
  expect(logins).toEqual([
    ['artifact-repository-read', 'release-reader'],
    ['artifact-repository', 'release-rollback'],
  ]);
  const all = await commands();
  for (const [environment, account] of logins) {
    const email = `${account}@PROJECT.iam.gserviceaccount.com`;
    expect(all).toContain(`gcloud iam service-accounts create ${account} --project=PROJECT`);
    const bound = all.find((line) => line.includes(`--member=serviceAccount:${email}`)) ?? '';
    const role = /--role=projects\/PROJECT\/roles\/(\w+)/.exec(bound)?.[1];
    expect(all).toContain(`gcloud iam roles create ${role} --project=PROJECT --file=${account}.yaml`);
    const trusts = all.find((line) => line.includes(`add-iam-policy-binding ${email}`)) ?? '';
    expect(trusts).toContain('--role=roles/iam.workloadIdentityUser');
    expect(trusts).toMatch(new RegExp(`:environment:${environment}'$`));
  }
});

test('S3: each job of the workflow can log in once the commands were copied', async () => {
  const logins = await loginsOf('rollback-s3.yml', 'role-to-assume');
  expect(logins).toEqual([
    ['artifact-repository-read', 'release-reader'],
    ['artifact-repository', 'release-rollback'],
  ]);
  const temp = await mkdtemp(join(tmpdir(), 'permissions-login-'));
  try {
    const trust = await blockBelow('S3: log in from GitHub Actions (OIDC)', 'json');
    await writeFile(join(temp, 'trust-release-rollback.json'), trust);
    // What `aws` is asked to do, with the files that it names.
    const script = (await commands()).filter((line) => !line.includes('gcloud'));
    const [begin, end] = [script.findIndex((line) => line.startsWith('sed ')), script.indexOf('done')];
    const asks = 'aws() { echo "$@"; }\nsed() { "$NODE" -e "$SED" "$@"; }';
    const run = spawnSync('sh', ['-euc', `${asks}\n${script.slice(begin, end + 1).join('\n')}`], {
      cwd: temp,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, NODE: process.execPath, SED },
    });
    expect(run.stderr).toBe('');
    for (const [environment, role] of logins) {
      expect(run.stdout).toContain(
        `--role-name ${role} --policy-name ${role} --policy-document file://${role}.json`,
      );
      const [, file = ''] =
        new RegExp(`create-role --role-name ${role} --assume-role-policy-document file://(\\S+)`).exec(
          run.stdout,
        ) ?? [];
      expect(await readFile(join(temp, file), 'utf8')).toContain(`:environment:${environment}"`);
      expect(await page()).toContain(`Save it as \`${role}.json\``);
    }
  } finally {
    await rm(temp, { recursive: true });
  }
});
