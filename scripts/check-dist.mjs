// Fails if dist/ is not what the sources build to, and names the files that differ.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const committed = join(root, 'dist');
const temp = await mkdtemp(join(tmpdir(), 'release-rollback-dist-'));
try {
  const fresh = join(temp, 'dist');
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs'), '--out', fresh], { stdio: 'inherit' });
  const problems = [...(await compare(committed, fresh)), ...ignoredByGit(await listFiles(fresh))];
  if (problems.length > 0) {
    console.error('dist/ is not what the sources build to:');
    for (const problem of problems) console.error(`  ${problem}`);
    console.error('Run `npm run build` and commit dist/.');
    process.exitCode = 1;
  } else {
    console.log(`dist/ is up to date (${(await listFiles(fresh)).length} files).`);
  }
} finally {
  await rm(temp, { recursive: true, force: true });
}

async function compare(before, after) {
  const [old, now] = [await listFiles(before), await listFiles(after)];
  const problems = [];
  for (const file of [...new Set([...old, ...now])].sort()) {
    if (!now.includes(file)) problems.push(`${file}: no longer built`);
    else if (!old.includes(file)) problems.push(`${file}: missing`);
    else if (!(await sameContent(join(before, file), join(after, file)))) problems.push(`${file}: differs`);
    else if (!(await sameMode(join(before, file), join(after, file))))
      problems.push(`${file}: executable bit`);
  }
  return problems;
}

async function listFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

async function sameContent(a, b) {
  return (await readFile(a)).equals(await readFile(b));
}

async function sameMode(a, b) {
  return ((await stat(a)).mode & 0o100) === ((await stat(b)).mode & 0o100);
}

/** An ignore rule that matches inside dist/ would silently keep a file out of the commit. */
function ignoredByGit(files) {
  const input = files.map((file) => `dist/${file}`).join('\n');
  const answer = spawnSync('git', ['check-ignore', '--stdin'], { cwd: root, input, encoding: 'utf8' });
  if (answer.status !== 0) return [];
  return answer.stdout
    .trim()
    .split('\n')
    .map((file) => `${file}: ignored by git`);
}
