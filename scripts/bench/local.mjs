// Local repositories: a full rollback against `cp -a` and `rm -r` of the same tree.
import { readFileSync, renameSync, rmSync } from 'node:fs';
import { median, spread } from './figures.mjs';
import { guideTable } from './guide.mjs';
import { cli, cliPeak, inTurn, shell } from './processes.mjs';
import { BenchRelease } from './release.mjs';

const SMALL = { name: '42 files, 50 MB', files: 42, bytes: 50_000_000 };
const LARGE = { name: '200 files, 200 MB', files: 200, bytes: 200_000_000 };
const MANY = { name: '10,000 small files', files: 10_000, bytes: 10_000 * 200 };
const SIZES = [SMALL, LARGE, MANY];

export async function local({ home, rounds }) {
  const releases = new Map(SIZES.map(({ name, ...size }) => [name, new BenchRelease(home, size)]));
  const cases = {};
  for (const [name, release] of releases) {
    cases[`${name}: rollback`] = () => {
      const ms = cli(...release.rollback);
      release.reset();
      return ms;
    };
    cases[`${name}: cp -a, rm -r`] = () => copied(release, home, '');
    // Ten thousand files are a hundred times slower to copy as it is.
    if (name !== MANY.name) cases[`${name}: cp -a, sync, rm -r`] = () => copied(release, home, 'sync &&');
  }
  const samples = await inTurn(rounds, cases);
  const time = ({ name }, what = 'rollback') => median(samples[`${name}: ${what}`]);
  const peaks = again(rounds, releases.get(MANY.name), ({ rollback }) => cliPeak(home, ...rollback));
  const tables = [SMALL, LARGE].map((size) => {
    const release = releases.get(size.name);
    return guideTable(size.name, time(size), again(rounds, release, stagesOf));
  });
  for (const release of releases.values()) rmSync(release.root, { recursive: true });
  return {
    lines: [
      'Local repositories, ms: median (least to most)',
      ...Object.entries(samples).map(([name, each]) => `  ${name.padEnd(40)} ${spread(each)}`),
      `  ${`${MANY.name}: peak memory, MiB`.padEnd(40)} ${spread(peaks)}`,
      ...SIZES.map((size) => `  ${size.name}: ${shares(samples, size)}`),
      ...tables.flatMap((table) => ['', ...table]),
    ],
    limits: [
      {
        name: '200 MB: rollback / (cp -a, rm -r)',
        value: time(LARGE) / time(LARGE, 'cp -a, rm -r'),
        limit: 0.5,
      },
      { name: '10,000 files / 42 files, time', value: time(MANY) / time(SMALL), limit: 2 },
      { name: '10,000 files, peak memory in MiB', value: median(peaks), limit: 120 },
    ],
  };
}

/** What share of its rivals' time a rollback takes. */
function shares(samples, { name }) {
  const mine = median(samples[`${name}: rollback`]);
  const rivals = Object.entries(samples).filter(([each]) => each.startsWith(`${name}: cp`));
  const of = ([rival, each]) => `${(mine / median(each)).toFixed(2)} of ${rival.slice(name.length + 2)}`;
  return `rollback takes ${rivals.map(of).join(' and ')}`;
}

/** A rollback is on the disk when it ends; a copy is so only after a `sync`. */
function copied({ tree }, home, sync) {
  const copy = `${home}/copy`;
  const ms = shell(`cp -a '${tree}' '${copy}' && ${sync} rm -r '${tree}'`);
  renameSync(copy, tree);
  return ms;
}

/** What each of several rollbacks tells, apart from those that are timed. */
function again(rounds, release, rollback) {
  return Array.from({ length: rounds }, () => {
    const told = rollback(release);
    release.reset();
    return told;
  });
}

/** Seconds of each stage of a rollback, by name. */
function stagesOf({ rollback, report }) {
  cli(...rollback, '--json-report', report);
  const { stages } = JSON.parse(readFileSync(report, 'utf8'));
  return Object.fromEntries(stages.map(({ name, seconds }) => [name, seconds]));
}
