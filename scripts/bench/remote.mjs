// A store with latency in front of it: what a rollback takes beside the time that its requests need, and beside others.
import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { median, spread } from './figures.mjs';
import { idealOf } from './ideal.mjs';
import { CLI, inTurn, peakOf, timed } from './processes.mjs';
import { OLDER_VERSION, VERSION } from './release.mjs';
import { StoreProcess } from './store-process.mjs';

const LATENCY = 20;
const CONCURRENCY = 16;
const OBJECTS = 1000;
const MANY = 100_000;
const PEAK_MIB = 200;

/**
 * `kind` has the store's name, its `ways` to roll back (name, how to fill the store), `reach`: arguments and environment
 * of the CLI, and `rivals`: commands that copy the release and remove it, by name.
 */
export async function remote({ home, rounds }, kind) {
  const store = await StoreProcess.start(kind.store);
  try {
    const reach = await store.ask('reach');
    const bench = { home, store, kind, reach, cli: kind.cli(reach) };
    const lines = [
      `${kind.name}, ${OBJECTS} objects, ${LATENCY} ms of latency, ${CONCURRENCY} at once, ms: median (least to most)`,
    ];
    const limits = [];
    for (const way of kind.ways) {
      const found = await timeOf(bench, way, rounds);
      lines.push(...found.lines);
      limits.push(...found.limits);
    }
    for (const way of kind.ways) {
      const found = await memoryOf(bench, way);
      lines.push(...found.lines);
      limits.push(...found.limits);
    }
    return { lines, limits };
  } finally {
    await store.stop();
  }
}

async function timeOf(bench, way, rounds) {
  const { store, kind, cli, reach, home } = bench;
  await prepare(bench, { objects: OBJECTS, ...way.fill });
  await store.ask('latency', LATENCY);
  const rivals = way.rivals ? kind.rivals(reach, home) : {};
  const itself = [];
  const ours = () => {
    const report = join(home, 'report.json');
    const ms = timed(process.execPath, [CLI, ...rollback(cli, home), '--json-report', report], cli.env);
    itself.push(JSON.parse(readFileSync(report, 'utf8')).rollback_duration_seconds * 1000);
    return ms;
  };
  const { samples, requests } = await sampled(store, rounds, { [way.name]: ours, ...rivals });
  await store.ask('latency', 0);
  const ideal = idealOf(requests[way.name], LATENCY, CONCURRENCY);
  const lines = Object.entries(samples).map(
    ([name, each]) => `  ${name.padEnd(40)} ${spread(each)} ${requests[name].length} requests`,
  );
  const limits = [
    { name: `${way.name}: time / ideal`, value: median(samples[way.name]) / ideal.ms, limit: 1.5 },
  ];
  const beside = besideOthers(way.name, samples);
  return {
    lines: [
      ...lines,
      `    ideal ${ideal.ms}: ${ideal.formula}`,
      // The first round only warms up.
      `    without starting the program: ${spread(itself.slice(1)).trim()}, ${(median(itself.slice(1)) / ideal.ms).toFixed(2)} of it`,
      ...beside.lines,
    ],
    limits: [...limits, ...beside.limits],
  };
}

/** Each case from the same store; what it asked the store for the last time. */
async function sampled(store, rounds, cases) {
  const requests = {};
  const counted = Object.entries(cases).map(([name, run]) => {
    const measured = async () => {
      await store.ask('rewind');
      const ms = run();
      if ((await store.ask('left', `${VERSION}/`)) > 0) throw new Error(`${name} left artifacts behind`);
      requests[name] = await store.ask('requests');
      return ms;
    };
    return [name, measured];
  });
  return { samples: await inTurn(rounds, Object.fromEntries(counted)), requests };
}

/** The limit is for the tools as they come; that with as many requests at once is told as well. */
function besideOthers(ours, samples) {
  const names = Object.keys(samples).filter((name) => name !== ours);
  if (names.length === 0) return { lines: [], limits: [] };
  const share = (name) => median(samples[ours]) / median(samples[name]);
  const limited = names.filter((name) => !name.endsWith(AT_ONCE));
  return {
    lines: [`    ${ours} takes ${names.map((name) => `${share(name).toFixed(2)} of ${name}`).join(', ')}`],
    limits: [{ name: `${ours} / the faster other tool`, value: Math.max(...limited.map(share)), limit: 0.5 }],
  };
}

export const AT_ONCE = `, ${CONCURRENCY} at once`;

/** The rollback, then what brings it back. */
async function memoryOf(bench, way) {
  const { store, cli } = bench;
  // Without evidence of other runs, which would be read.
  const home = mkdtempSync(join(bench.home, 'memory-'));
  await prepare(bench, { objects: MANY, ...way.fill });
  await store.ask('rewind');
  const lines = [];
  const limits = [];
  for (const [name, args] of Object.entries({ rollback: rollback(cli, home), restore: restore(cli, home) })) {
    const { ms, peak } = peakOf(home, args, cli.env);
    const standing = await store.ask('left', `${VERSION}/`);
    if (standing !== (name === 'restore' ? MANY : 0))
      throw new Error(`the ${name} left ${standing} artifacts`);
    const what = `${way.name}, ${name} of ${MANY}: peak, MiB`;
    lines.push(`  ${what}: ${peak.toFixed(0)}, in ${(ms / 1000).toFixed(1)} s without latency`);
    limits.push({ name: what, value: peak, limit: PEAK_MIB });
  }
  return { lines, limits };
}

/** The older release is rolled back first: so the store is probed, and there is a log. */
async function prepare({ store, cli, home }, fill) {
  await store.ask('fill', fill);
  timed(process.execPath, [CLI, ...rollback(cli, home, OLDER_VERSION)], cli.env);
  await store.ask('save');
}

const rollback = ({ args }, home, version = VERSION) => operation(args, home, version);
const restore = ({ args }, home) => ['restore', ...operation(args, home, VERSION)];

const operation = (args, home, version) => [
  ...args,
  ...['--version', version, '--concurrency', String(CONCURRENCY)],
  ...['--manifest-output-dir', home, '--audit-output-dir', home],
];
