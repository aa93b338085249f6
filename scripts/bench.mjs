// Speed as ratios from one run on this machine: `npm run bench`. Milliseconds vary from machine to machine, ratios
// hardly. Whole processes of the built CLI (dist/), each beside its rival in turn, medians of BENCH_ROUNDS rounds.
// `--check`: exit code 1 when a limit is missed; otherwise the limits only stand beside the figures.
// `--only s3`: only the sections of these names; can be given several times.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { limitLine, reached } from './bench/figures.mjs';
import { gcs } from './bench/gcs.mjs';
import { local } from './bench/local.mjs';
import { s3 } from './bench/s3.mjs';
import { startup } from './bench/startup.mjs';

/** Each measures something and answers its lines to print and its limits. */
const SECTIONS = { local, startup, s3, gcs };

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: Object.keys(SECTIONS) },
  },
});
const sections = values.only.map((name) => {
  if (Object.hasOwn(SECTIONS, name)) return SECTIONS[name];
  throw new Error(`There is no section '${name}'; there are ${Object.keys(SECTIONS).join(', ')}`);
});
const rounds = Number(process.env.BENCH_ROUNDS ?? 11);
const home = mkdtempSync(join(tmpdir(), 'release-rollback-bench-'));
const load = () => loadavg()[0].toFixed(1);
try {
  const before = load();
  const limits = [];
  for (const section of sections) {
    const found = await section({ home, rounds });
    console.log(`${found.lines.join('\n')}\n`);
    limits.push(...found.limits);
  }
  console.log(limits.map(limitLine).join('\n'));
  console.log(
    `\nNode ${process.version}, ${cpus().length} cores, ${rounds} rounds; load ${before} before, ${load()} after`,
  );
  if (values.check && !limits.every(reached)) process.exitCode = 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
