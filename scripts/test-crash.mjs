// The whole crash matrix; `npm test` runs a seeded sample of it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
// A suite that is minutes long by itself is not hung.
const patience = '--testTimeout=3600000';
const args = [vitest, 'run', '__tests__/crash', patience, ...process.argv.slice(2)];
const env = { ...process.env, CRASH_FULL: '1' };
const run = spawnSync(process.execPath, args, {
  env,
  stdio: 'inherit',
  cwd: fileURLToPath(new URL('..', import.meta.url)),
});
if (run.error) throw run.error;
process.exitCode = run.status ?? 1;
