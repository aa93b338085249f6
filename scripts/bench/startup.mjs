// What starting costs: the CLI beside a Node that does nothing.
import { rmSync } from 'node:fs';
import { median, spread } from './figures.mjs';
import { cli, inTurn, node } from './processes.mjs';
import { BenchRelease } from './release.mjs';

export async function startup({ home, rounds }) {
  const release = new BenchRelease(home, { files: 42, bytes: 42_000 });
  const samples = await inTurn(rounds * 2, {
    'node -e 0': () => node('-e', '0'),
    '--help': () => cli('--help'),
    'local dry run': () => cli(...release.dryRun),
  });
  rmSync(release.root, { recursive: true });
  const beside = (name, limit) => ({
    name: `${name} / node -e 0`,
    value: median(samples[name]) / median(samples['node -e 0']),
    limit,
  });
  return {
    lines: [
      'Starting, ms: median (least to most)',
      ...Object.entries(samples).map(([name, each]) => `  ${name.padEnd(40)} ${spread(each)}`),
    ],
    limits: [beside('--help', 2), beside('local dry run', 3)],
  };
}
