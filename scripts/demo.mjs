// A release goes out and comes back, on a copy of a small repository in a temp folder: `npm run demo`.
// Needs nothing but Node; leaves nothing behind.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const top = join(import.meta.dirname, '..');
const cli = join(top, 'dist/cli/release-rollback.js');
const home = mkdtempSync(join(tmpdir(), 'release-rollback-demo-'));
const repository = join(home, 'repository');
const evidence = join(home, 'evidence');

/** Every file of the repository outside our own folders, with its content's hash. */
function contents(folder) {
  const found = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const key = relative(folder, path);
    if (key.startsWith('.rollback-') || entry.isDirectory()) continue;
    const bytes = entry.isSymbolicLink() ? readlinkSync(path) : readFileSync(path);
    found.set(key, createHash('sha256').update(bytes).digest('hex'));
  }
  return found;
}

/** The index without its two timestamps, which every edit moves forward. */
function indexText(folder) {
  return readFileSync(join(folder, 'index.json'), 'utf8').replace(
    /"last_updated": "[^"]*"/,
    '"last_updated": ""',
  );
}

function run(title, args) {
  const words = args.map((arg) => arg.replace(home, '.'));
  const shown = words.map((word) => (word.includes(' ') ? `'${word}'` : word)).join(' ');
  console.log(`\n── ${title}\n$ release-rollback ${shown}\n`);
  const { status } = spawnSync(process.execPath, [cli, ...args], { stdio: 'inherit', cwd: home });
  if (status !== 0) throw new Error(`it ended with exit code ${status}`);
}

function listing(folder, depth) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const line = `${'  '.repeat(depth)}${entry.name}${entry.isDirectory() ? '/' : ''}`;
      return entry.isDirectory() && depth < 2
        ? [line, ...listing(join(folder, entry.name), depth + 1)]
        : [line];
    });
}

try {
  cpSync(join(top, '__tests__/fixtures/tars-repository'), repository, { recursive: true });
  const before = contents(repository);
  const indexBefore = indexText(repository);
  const where = ['--repository-type', 'local', '--repository-path', repository];
  const out = ['--manifest-output-dir', evidence, '--audit-output-dir', evidence];
  console.log(`A repository with v1.0.0, v1.0.1 and v1.0.2 in ${repository}`);
  run('What would happen?', ['--version', 'v1.0.2', ...where, '--dry-run']);
  run('v1.0.2 is bad: take it out', ['--version', 'v1.0.2', ...where, ...out, '--reason', 'fails on start']);
  console.log(`\n── What is left\n\n${listing(home, 0).join('\n')}`);
  run('What can be brought back?', ['list', ...where]);
  run('Bring it back', ['restore', '--version', 'v1.0.2', ...where, ...out]);

  const after = contents(repository);
  const same = (key) => key === 'index.json' || key === 'index.md' || before.get(key) === after.get(key);
  const different = [...new Set([...before.keys(), ...after.keys()])].filter((key) => !same(key));
  if (different.length > 0) throw new Error(`not as before: ${different.join(', ')}`);
  if (indexText(repository) !== indexBefore) throw new Error('index.json is not as before');
  console.log(
    `\n── Compared byte by byte: ${before.size} files as before, index.json too but for its last_updated.`,
  );
} catch (error) {
  console.error(`\nThe demo failed: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
