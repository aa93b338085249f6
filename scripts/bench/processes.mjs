// Whole processes, timed from outside: what a person waits for, start and end included.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const CLI = join(import.meta.dirname, '../../dist/cli/release-rollback.js');

/** Runs a command; milliseconds that it took. Throws when it fails. */
export function timed(command, args, env = {}) {
  const began = process.hrtime.bigint();
  const { status, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  const ms = Number(process.hrtime.bigint() - began) / 1e6;
  if (status !== 0) throw error ?? new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`);
  return ms;
}

export const shell = (script, env) => timed('sh', ['-c', script], env);
export const node = (...args) => timed(process.execPath, args);
export const cli = (...args) => node(CLI, ...args);

/** Peak memory of one run of the CLI in MiB, told by the process itself as it ends. */
export const cliPeak = (home, ...args) => peakOf(home, args).peak;

/** The same with milliseconds that the run took. */
export function peakOf(home, args, env) {
  const peak = join(home, 'peak');
  const probe = join(home, 'probe.mjs');
  const tell = `writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS / 1024))`;
  writeFileSync(probe, `import { writeFileSync } from 'node:fs';\nprocess.on('exit', () => ${tell});\n`);
  const ms = timed(process.execPath, ['--import', probe, CLI, ...args], env);
  return { ms, peak: Number(readFileSync(peak, 'utf8')) };
}

/**
 * Measures each case once a round, the order turned round every time, so that whatever else the machine does meets all
 * of them alike. Before each one the disk gets what earlier ones left to write. The first round only warms up.
 */
export async function inTurn(rounds, cases) {
  const samples = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    const names = Object.keys(cases);
    for (const name of round % 2 === 0 ? names : names.reverse()) {
      shell('sync');
      const ms = await cases[name]();
      if (round > 0) samples[name].push(ms);
    }
  }
  return samples;
}
