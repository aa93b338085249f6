// Speed as ratios from one run on this machine: `npm run bench`. Absolute times vary; ratios hold.
// Whole processes are timed (the committed CLI), medians of several runs, each against its rival in turn.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const top = join(import.meta.dirname, '..');
const cli = join(top, 'dist/cli/release-rollback.js');
const home = mkdtempSync(join(tmpdir(), 'release-rollback-bench-'));
const memory = join(home, 'peak');
const probe = join(home, 'probe.mjs');
const MIB = 1024 * 1024;

const SIZES = [
  { name: '42 files, 50 MB', files: 42, bytes: 50_000_000 },
  { name: '200 files, 200 MB', files: 200, bytes: 200_000_000 },
  { name: '10,000 small files', files: 10_000, bytes: 10_000 * 200 },
];

/** The guide's Performance table: targets in milliseconds, and the stages of ours that are in it. */
const GUIDE = [
  { row: 'Policy Enforcement', target: 100, stages: ['policy'] },
  { row: 'Rollback Planning', target: 500, stages: ['plan'] },
  { row: 'Backup Creation', target: 3000, stages: ['backup'] },
  { row: 'Artifact Removal', target: 3000, stages: ['artifacts', 'verify'] },
  { row: 'Index Update', target: 500, stages: ['index'] },
  { row: 'Audit Logging', target: 200, stages: ['manifest', 'audit'] },
];

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function timed(command, args, options = {}) {
  const began = process.hrtime.bigint();
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8', cwd: home, ...options });
  const ms = Number(process.hrtime.bigint() - began) / 1e6;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`);
  return ms;
}

const ours = (...args) => timed(process.execPath, [cli, ...args]);

/** Peak memory of one run in MiB, told by the process itself as it ends. */
function peakOf(...args) {
  timed(process.execPath, ['--import', probe, cli, ...args]);
  return Number(readFileSync(memory, 'utf8'));
}

function makeRepository(size) {
  const root = join(home, `repository-${size.files}`);
  const artifacts = [];
  const body = randomBytes(Math.ceil(size.bytes / size.files));
  for (let at = 0; at < size.files; at += 1) {
    const path = `v1.0.2/part-${at % 20}/file-${at}.bin`;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), body);
    artifacts.push(path);
  }
  mkdirSync(join(root, 'v1.0.1'));
  writeFileSync(join(root, 'v1.0.1/README.md'), 'before');
  const releases = [
    { version: 'v1.0.2', timestamp: '2026-01-02T00:00:00Z', artifacts },
    { version: 'v1.0.1', timestamp: '2026-01-01T00:00:00Z', artifacts: ['v1.0.1/README.md'] },
  ];
  const index = { last_updated: '2026-01-02T00:00:00Z', releases, total_releases: 2 };
  writeFileSync(join(root, 'index.json'), JSON.stringify(index, null, 2));
  return root;
}

function benchSize(size) {
  const root = makeRepository(size);
  const where = ['--repository-path', root, '--manifest-output-dir', home, '--audit-output-dir', home];
  const report = join(home, 'report.json');
  const rollback = [];
  const rival = [];
  let stages = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const ms = ours('--version', 'v1.0.2', ...where, '--json-report', report);
    ours('restore', '--version', 'v1.0.2', ...where);
    const tree = join(root, 'v1.0.2');
    const copied = timed('sh', ['-c', `cp -a '${tree}' '${home}/copy' && rm -r '${tree}'`]);
    renameSync(`${home}/copy`, tree);
    // The first round warms the caches up and is not counted.
    if (round === 0) continue;
    rollback.push(ms);
    rival.push(copied);
    stages = JSON.parse(readFileSync(report, 'utf8')).stages;
  }
  const peak = peakOf('--version', 'v1.0.2', ...where);
  rmSync(root, { recursive: true });
  return { size, ms: median(rollback), rival: median(rival), stages, peak };
}

function versusNode(args) {
  const mine = [];
  const bare = [];
  for (let round = 0; round <= ROUNDS * 2; round += 1) {
    mine.push(ours(...args));
    bare.push(timed(process.execPath, ['-e', '0']));
  }
  return median(mine.slice(1)) / median(bare.slice(1));
}

const verdict = (value, limit) => (value <= limit ? 'reached' : 'MISSED');
const line = (name, value, limit) =>
  console.log(
    `${name.padEnd(58)} ${value.toFixed(2).padStart(8)}   at most ${limit}   ${verdict(value, limit)}`,
  );

function guideTable({ size, ms, stages }) {
  console.log(`\nThe guide's Performance table, ${size.name} (ms)`);
  for (const { row, target, stages: names } of GUIDE) {
    const spent = stages
      .filter(({ name }) => names.includes(name))
      .reduce((sum, { seconds }) => sum + seconds * 1000, 0);
    console.log(
      `  ${row.padEnd(22)} ${spent.toFixed(1).padStart(8)}   target < ${target}   ${verdict(spent, target)}`,
    );
  }
  console.log(
    `  ${'Full Rollback'.padEnd(22)} ${ms.toFixed(1).padStart(8)}   target < 5000   ${verdict(ms, 5000)}`,
  );
}

try {
  writeFileSync(
    probe,
    `import { writeFileSync } from 'node:fs';\nprocess.on('exit', () => writeFileSync(${JSON.stringify(memory)}, String(process.resourceUsage().maxRSS / 1024)));\n`,
  );
  const results = SIZES.map(benchSize);
  const [small, large, many] = results;
  console.log(`Node ${process.version}, ${ROUNDS} rounds, medians of whole processes\n`);
  for (const { size, ms, rival, peak } of results) {
    console.log(
      `${size.name.padEnd(22)} rollback ${ms.toFixed(0).padStart(6)} ms   cp -a + rm -r ${rival.toFixed(0).padStart(6)} ms   ratio ${(ms / rival).toFixed(2)}   peak ${peak.toFixed(0)} MiB`,
    );
  }
  console.log('');
  line('200 MB: rollback / (cp -a + rm -r)', large.ms / large.rival, 0.5);
  line('10,000 files / 42 files, time', many.ms / small.ms, 2);
  line('10,000 files, peak memory in MiB', many.peak, 120);
  line('--help / node -e 0', versusNode(['--help']), 2);
  const sample = makeRepository({ files: 42, bytes: 42 * MIB });
  line(
    'local dry run / node -e 0',
    versusNode(['--version', 'v1.0.2', '--repository-path', sample, '--dry-run']),
    3,
  );
  guideTable(small);
  guideTable(large);
} finally {
  rmSync(home, { recursive: true, force: true });
}
