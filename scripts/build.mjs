// Builds everything that is committed under dist/:
//   dist/index.js    the Action, bundled            (src/entry/action.ts)
//   dist/cli/        the two commands, bundled      (src/entry/cli.ts)
//   dist/library/    the library, one file a module (src/index.ts and what it reaches)
// `--out FOLDER` builds somewhere else. The same sources give the same bytes, wherever the checkout lies.
import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const resolveModule = createRequire(import.meta.url).resolve;
const COMMANDS = {
  'release-rollback.js': 'releaseRollback',
  'prepare-release-artifacts.js': 'prepareReleaseArtifacts',
};

const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });
const out = resolve(root, values.out);

// ncc can't read TypeScript 7, so it bundles what tsc writes to lib/. Its module ids come from paths below the
// project: lib/ keeps its name and place, whatever the output folder.
tsc('-p', 'tsconfig.json');
const work = await mkdtemp(join(root, 'lib', '.build-'));
try {
  bundle('lib/entry/action.js', work);
  bundle('lib/entry/cli.js', join(work, 'cli'));
  for (const [file, command] of Object.entries(COMMANDS))
    await writeCommand(join(work, 'cli', file), command);
  tsc('-p', 'tsconfig.library.json', '--outDir', join(work, 'library'));
  await normaliseLineEnds(work);
  await replace(out, work);
} finally {
  await rm(work, { recursive: true, force: true });
}

function tsc(...args) {
  run(resolveModule('typescript/package.json').replace(/package\.json$/, 'bin/tsc'), args);
}

function bundle(entry, folder) {
  const ncc = resolveModule('@vercel/ncc/dist/ncc/cli.js');
  run(ncc, ['build', entry, '-o', folder, '--license', 'licenses.txt', '--quiet', '--no-cache']);
}

function run(script, args) {
  try {
    execFileSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
  } catch (error) {
    if (error.status === null || error.status === undefined) throw error;
    process.exit(error.status);
  }
}

/** A command is only a door into the bundle, so that the bundle is there once for both. */
async function writeCommand(path, command) {
  const lines = [
    '#!/usr/bin/env node',
    `import { ${command}, endWith } from './index.js';`,
    '',
    `endWith(await ${command}(process.argv.slice(2)));`,
    '',
  ];
  await writeFile(path, lines.join('\n'));
  await chmod(path, 0o755);
}

/** Some packages ship CRLF, and git would change it on commit. In JavaScript both mean the same. */
async function normaliseLineEnds(folder) {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|mjs|cjs|ts|txt|json)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const text = await readFile(path, 'utf8');
    if (text.includes('\r\n')) await writeFile(path, text.replaceAll('\r\n', '\n'));
  }
}

async function replace(target, source) {
  await rm(target, { recursive: true, force: true });
  await mkdir(resolve(target, '..'), { recursive: true });
  try {
    await rename(source, target);
  } catch (error) {
    if (error.code !== 'EXDEV') throw error;
    await cp(source, target, { recursive: true });
  }
  await chmod(target, 0o755);
}
