import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { RsaPssSigner } from '../../src/adapters/sign/rsa-pss-signer.ts';
import { capabilitiesSchema } from '../../src/adapters/store/remote/capabilities.ts';
import { joinBytes } from '../../src/domain/byte-parts.ts';
import { FAILURES } from '../../src/domain/errors.ts';
import { doctor, list, restore, rollback } from '../../src/engine/mod.ts';
import { readPrepareReleaseArtifacts } from '../../src/entry/cli/prepare-release-artifacts.ts';
import { readReleaseRollback } from '../../src/entry/cli/release-rollback.ts';
import { parseAction } from '../../src/request/action.ts';
import { MemoryWorld, restoreRequest, rollbackRequest } from '../builders/memory-world.ts';
import { WHO } from '../request/helpers.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const text = (file: string): Promise<string> => readFile(join(project, file), 'utf8');
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  ...(await readdir(join(project, 'docs')))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

const temps: string[] = [];
afterEach(async () => {
  for (const temp of temps.splice(0)) await rm(temp, { recursive: true });
});

async function tempFolder(): Promise<string> {
  const temp = await mkdtemp(join(tmpdir(), 'release-rollback-docs-'));
  temps.push(temp);
  return temp;
}

/** Rows of the first table below `after`, head and rule left out, cells as written. */
function rows(page: string, after: string): string[][] {
  const begin = page.indexOf(after);
  if (begin === -1) throw new Error(`there is no '${after}'`);
  const lines = page.slice(begin + after.length).split('\n');
  const first = lines.findIndex((line) => line.startsWith('|'));
  const table = lines.slice(first, first + lines.slice(first).findIndex((line) => !line.startsWith('|')));
  return table.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
}

const plain = (cell = ''): string => cell.replaceAll('`', '');
/** `a`, `b` of a cell, and `a` of '`a` (what it is)'. */
const codes = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
const blocks = (page: string, language: string): string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map(([, body = '']) => body);

/** As GitHub makes anchors of headings. */
function anchors(page: string): string[] {
  const headings = page.replace(/```.*?```/gs, '').match(/^#+ .*$/gm) ?? [];
  return headings.map((heading) =>
    heading
      .replace(/^#+ /, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('links', () => {
  test.each(PAGES)('%s: each leads to a file, and to a heading of it', async (file) => {
    const page = (await text(file)).replace(/```.*?```/gs, '');
    const links = [...page.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    const relative = links.filter((link) => !/^[a-z]+:/.test(link));
    for (const link of relative) {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? file : join(dirname(file), path);
      expect(existsSync(join(project, target)), `${file}: ${link}`).toBe(true);
      if (anchor !== undefined) expect(anchors(await text(target)), `${file}: ${link}`).toContain(anchor);
    }
  });

  test.each(PAGES)('%s: names no place that only its writer has', async (file) => {
    expect(await text(file)).not.toMatch(
      /\.\.\/shared|DESIGN\.md|ROLLBACK_GUIDE|(^|[^\w.-])\/(work|root|Users)\//m,
    );
  });
});

describe('errors', () => {
  test('every failure and exit code is in docs/errors.md, every exit code with its class in README', async () => {
    const [errors, readme] = [await text('docs/errors.md'), await text('README.md')];
    const table = rows(readme, '## Exit codes').map(([code, name]) => [Number(code), plain(name)]);
    for (const [code, { exitCode, className }] of Object.entries(FAILURES)) {
      expect(errors).toContain(`| \`${code}\` |`);
      expect(errors).toContain(`### ${exitCode}: ${className}`);
      expect(table).toContainEqual([exitCode, className]);
    }
    const known = [0, 2, ...new Set(Object.values(FAILURES).map(({ exitCode }) => exitCode))];
    expect(table.map(([code]) => code)).toEqual(known);
  });

  test('docs/errors.md is what the generator writes', async () => {
    const script = join(project, 'scripts/docs-errors.mjs');
    const { withFailures } = (await import(script)) as {
      withFailures(page: string, failures: typeof FAILURES): string;
    };
    const page = await text('docs/errors.md');
    expect(page, 'run `node scripts/docs-errors.mjs`').toBe(withFailures(page, FAILURES));
    expect(() => withFailures('no place for it', FAILURES)).toThrow('begin');
  });

  test.skipIf(Number(process.versions.node.split('.')[0]) < 24)('the generator checks by itself', () => {
    const run = spawnSync(process.execPath, ['scripts/docs-errors.mjs', '--check'], { cwd: project });
    expect(run.status, String(run.stderr)).toBe(0);
  });
});

describe('the Action', () => {
  interface Metadata {
    inputs: Record<string, { default?: string }>;
    outputs: Record<string, unknown>;
  }

  test('inputs and outputs are those of action.yml, with their defaults', async () => {
    const { inputs, outputs } = parse(await text('action.yml')) as Metadata;
    const readme = await text('README.md');
    const declared = Object.entries(inputs).map(([name, input]) => [name, input.default ?? '']);
    expect(rows(readme, '### Inputs').map(([name, value]) => [plain(name), plain(value)])).toEqual(declared);
    expect(rows(readme, '### Outputs').map(([name]) => plain(name))).toEqual(Object.keys(outputs));
  });

  test('README shows the workflow of each cloud as its file has it, and leads to all of them', async () => {
    const readme = await text('README.md');
    const clouds = await Promise.all(['s3', 'gcs'].map((cloud) => text(`examples/rollback-${cloud}.yml`)));
    expect(blocks(readme, 'yaml')).toEqual(clouds);
    for (const file of await readdir(join(project, 'examples')))
      expect(readme).toContain(`[examples/${file}](examples/${file})`);
  });

  test('the way back stands in README before anything long', async () => {
    const readme = await text('README.md');
    const begin = readme.indexOf('release-rollback restore --version');
    expect(readme.slice(0, begin).split('\n').length).toBeLessThan(40);
  });
});

interface Workflow {
  readonly env?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string | boolean>>;
}

/** What an expression in an example stands for when the workflow runs. */
const RUNNING: Readonly<Record<string, string>> = {
  'inputs.version': 'v1.0.2',
  'inputs.confirm': 'v1.0.2',
  'inputs.reason': 'fails on start',
  'github.ref_name': 'v1.0.2',
  'github.run_id': '17',
  'secrets.ROLLBACK_SIGNING_KEY': 'PEM',
};

describe.each(await readdir(join(project, 'examples')))('examples/%s', (file) => {
  test('every step of ours is one that we take, whatever the form says', async () => {
    const { env = {}, jobs } = parse(await text(`examples/${file}`)) as Workflow;
    const steps = Object.values(jobs)
      .flatMap((job) => job.steps)
      .filter(({ uses = '' }) => uses.startsWith('OWNER/release-rollback@'));
    expect(steps.length).toBeGreaterThan(0);
    for (const operation of ['rollback', 'restore']) {
      const known: Readonly<Record<string, string>> = { ...RUNNING, 'inputs.operation': operation };
      const said = (name: string): string =>
        known[name] ?? env[name.replace(/^env\./, '')] ?? `unknown: ${name}`;
      for (const { with: given = {} } of steps) {
        const filled = Object.entries(given).map(([name, value]) => [
          name,
          String(value).replace(/\$\{\{ ([^}]+) \}\}/g, (_, expression: string) => said(expression)),
        ]);
        const { 'signing-key': _key, ...raw } = Object.fromEntries(filled) as Record<string, string>;
        expect(Object.values(raw).join(), file).not.toContain('unknown: ');
        expect(parseAction({ raw, unknown: [], declared: [] }, WHO), file).not.toHaveProperty('problems');
      }
    }
  });
});

const SUBCOMMANDS = ['rollback', 'restore', 'recover', 'list', 'doctor'] as const;
const dist = process.env.RELEASE_ROLLBACK_DIST ?? join(project, 'dist');

/** What the built command prints; where nothing is built, what it would. */
function helpOf(command: string, ...args: string[]): string {
  const built = join(dist, 'cli', `${command}.js`);
  if (existsSync(built)) {
    return spawnSync(process.execPath, [built, ...args, '--help'], { encoding: 'utf8' }).stdout;
  }
  const read = command === 'release-rollback' ? readReleaseRollback : readPrepareReleaseArtifacts;
  const line = read([...args, '--help']);
  return 'help' in line ? line.help : '';
}

const optionsIn = (help: string): string[] =>
  [...help.matchAll(/^ {2}(?:-h, )?(--[a-z0-9-]+)/gm)].map(([, flag = '']) => flag).sort();

describe('the command line', () => {
  test.each(SUBCOMMANDS)('README lists the options of %s', async (subcommand) => {
    const table = rows(await text('README.md'), '### Options');
    const ours = table.filter(
      ([, , whose = '']) => whose === 'all' || whose.split(', ').includes(subcommand),
    );
    const help = helpOf('release-rollback', subcommand);
    expect(ours.map(([flag]) => plain(flag)).sort()).toEqual(optionsIn(help));
    for (const [flag, value = ''] of ours) {
      const [fallback] = codes(value);
      if (fallback !== undefined)
        expect(oneLine(help), flag).toMatch(new RegExp(`${plain(flag)} .*?default: ${fallback}`));
    }
  });

  test('README lists the options of prepare-release-artifacts', async () => {
    const table = rows(await text('README.md'), '`--json-report` and `--text-report` write the list.');
    expect(table.map(([flag]) => plain(flag)).sort()).toEqual(optionsIn(helpOf('prepare-release-artifacts')));
  });

  const oneLine = (help: string): string => help.replace(/\s+/g, ' ');

  test.each(PAGES)('%s: every command is one that we take', async (file) => {
    const lines = blocks(await text(file), 'sh').flatMap((block) =>
      block.replaceAll('\\\n', ' ').split('\n'),
    );
    for (const line of lines) {
      const [command, ...args] = words(line);
      if (command !== 'release-rollback' && command !== 'prepare-release-artifacts') continue;
      const read = command === 'release-rollback' ? readReleaseRollback : readPrepareReleaseArtifacts;
      expect(read(args), line).not.toHaveProperty('problems');
    }
  });
});

const words = (line: string): string[] =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

/** A rollback and a restore in memory: what they wrote, by the heading that describes it. */
async function realFiles(): Promise<Map<string, object[]>> {
  const world = new MemoryWorld();
  const [first, second] = [world.actor(), world.actor()];
  const report = await rollback(rollbackRequest('v1.0.2', 'artifacts_only'), first.context);
  await restore(restoreRequest('v1.0.2'), second.context);
  const examined = await doctor({ operation: 'doctor' }, second.context);
  const parsed = (match: RegExp): object[] =>
    [...world.bucket.objects].filter(([key]) => match.test(key)).map(([, { body }]) => json(body));
  const evidence = [...first.evidence.published, ...second.evidence.published];
  const ofKind = (kind: string): object[] =>
    evidence.filter((file) => file.kind === kind).map(({ body }) => json(joinBytes(body)));
  const records = parsed(/^\.rollback-log\/\d+$/);
  const manifests = parsed(/^\.rollback-(backups\/[^/]+\/|log\/manifests\/[^/]*)(manifest)?\.json$/);
  return new Map<string, object[]>([
    ['## A record of the log', records],
    ['`holder`:', inner(records, 'holder')],
    ['`open`:', inner(records, 'open')],
    ['`outcome`:', inner(records, 'outcome')],
    ['## A marker', parsed(/\/by-version\//)],
    ["## An operation's manifest", manifests],
    ['`artifacts[]`:', inner(manifests, 'artifacts')],
    ['`entries[]`:', inner(manifests, 'entries')],
    ['### `<version>.rollback-manifest.json`', ofKind('manifest')],
    ['### `<version>.rollback-audit.json`', ofKind('audit')],
    ['## The report', [report]],
    ['## The list', [await list(first.context)]],
    ["## The doctor's report", [examined]],
    ['`checks[]`:', [...examined.checks]],
  ]);
}

const json = (bytes: Uint8Array): object => JSON.parse(new TextDecoder().decode(bytes)) as object;
const inner = (objects: readonly object[], name: string): object[] =>
  objects.flatMap((object) => (Reflect.get(object, name) as object | object[] | null) ?? []);

describe('formats', () => {
  test('each field of a real file is in its table', async () => {
    const page = await text('docs/formats.md');
    for (const [heading, files] of await realFiles()) {
      const described = new Set(rows(page, heading).flatMap(([cell]) => codes(cell)));
      const written = new Set(files.flatMap((file) => Object.keys(file)));
      expect(written.size, heading).toBeGreaterThan(0);
      expect(
        [...written].filter((field) => !described.has(field)),
        heading,
      ).toEqual([]);
    }
  });

  test('the capabilities of a bucket, field by field', async () => {
    const page = await text('docs/formats.md');
    const fields = (heading: string): string[] => rows(page, heading).map(([name]) => plain(name));
    const { shape } = capabilitiesSchema;
    expect(fields('## capabilities.json')).toEqual(Object.keys(shape));
    expect(fields('`holds`:')).toEqual(Object.keys(shape.holds.shape));
  });

  test('the command that checks the chain does, and says where it breaks', async () => {
    const folder = await tempFolder();
    const world = new MemoryWorld();
    await rollback(rollbackRequest('v1.0.2'), world.actor().context);
    for (const [key, { body }] of world.bucket.objects) {
      if (/^\.rollback-log\/\d+$/.test(key)) await writeFile(join(folder, key.slice(14)), body);
    }
    const script = blocks(await text('docs/formats.md'), 'sh').find((block) => block.startsWith('node -e'));
    const check = (script ?? '').replace(/\S+\/\.rollback-log/, folder);
    const run = () => spawnSync('sh', ['-c', check], { encoding: 'utf8' });
    expect(run()).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+ records, chained\n$/) });
    const [, second = ''] = (await readdir(folder)).sort().reverse();
    await rm(join(folder, second));
    expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('a gap before it') });
  });
});

/** The commands of README below "Verify a signature": making a key, verifying. */
async function signatureCommands(): Promise<readonly [make: string, verify: string, keyId: string]> {
  const readme = await text('README.md');
  const chapter = readme.slice(readme.indexOf('## Verify a signature'), readme.indexOf('## Permissions'));
  const [make = '', verify = '', keyId = ''] = blocks(chapter, 'sh');
  return [make, verify, keyId];
}

describe.skipIf(!hasOpenssl)('the signature', () => {
  test("is verified by README's commands, and a changed file is not", async () => {
    const cwd = await tempFolder();
    const [make, verify, keyId] = await signatureCommands();
    const sh = (script: string) => spawnSync('sh', ['-c', script], { cwd, encoding: 'utf8' });
    expect(sh(make).status).toBe(0);
    const audit = Buffer.from('{"audit_id":"…"}\n');
    const signer = new RsaPssSigner({ kind: 'file', path: join(cwd, 'signing-key.pem') });
    const signature = await signer.sign(audit, '2026-11-23T00:00:00.000Z');
    await writeFile(join(cwd, 'v1.0.2.rollback-audit.json'), audit);
    await writeFile(join(cwd, 'v1.0.2.rollback-audit.sig'), JSON.stringify(signature, null, 2));
    expect(sh(verify)).toMatchObject({ status: 0, stdout: 'Verified OK\n' });
    expect(sh(keyId).stdout).toContain(signature.key_id);
    await writeFile(join(cwd, 'v1.0.2.rollback-audit.json'), '{}');
    expect(sh(verify).status).not.toBe(0);
  });
});
