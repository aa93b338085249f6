// The shortest time that a rollback's requests can take: its steps one after the other, for each needs an answer of the
// one before, and within a step as many requests at once as may be. Only pages of one listing follow each other.
const SEQUENCE = [
  'preflight',
  'newest record',
  'claim',
  'look',
  'manifest',
  'backup',
  'commit',
  'index attributes',
  'index.json',
  'index.md',
  'look again',
  'artifacts',
  'verify',
  'beat',
  'marker',
  'close',
];

const isRecord = (key) => /^\.rollback-log\/\d{20}$/.test(key);
const isArtifact = (key) => /^v[\d.]+\/./.test(key);

/** Records appended before a request say which part of the protocol it belongs to. */
const STEPS_AFTER = [
  ({ key, changes }) => {
    if (!isRecord(key)) return 'preflight';
    return changes ? 'claim' : 'newest record';
  },
  ({ key, changes }) => {
    if (changes && isRecord(key)) return 'commit';
    if (/^\.rollback-backups\/[^/]+\/manifest\.json$/.test(key)) return 'manifest';
    return changes || isArtifact(key) ? 'backup' : 'look';
  },
  ({ operation, key, changes }, taken) => {
    if (changes && isRecord(key)) return 'beat';
    if (key === 'index.md') return 'index.md';
    if (key === 'index.json' && changes) return 'index.json';
    if (key === 'index.json' && operation === 'objects.get') return 'index attributes';
    if (changes) return 'artifacts';
    return taken ? 'verify' : 'look again';
  },
  ({ key }) => (isRecord(key) ? 'close' : 'marker'),
];

/** How many requests of each step, and how many of them had to wait for a page before them. */
function stepsOf(requests) {
  const steps = new Map(SEQUENCE.map((name) => [name, { name, count: 0, follow: 0 }]));
  let records = 0;
  for (const { operation, key = '', changes, follows } of requests) {
    const taken = steps.get('artifacts').count > 0;
    const step = steps.get(STEPS_AFTER[Math.min(records, 3)]({ operation, key, changes }, taken));
    step.count += 1;
    if (follows) step.follow += 1;
    if (changes && isRecord(key)) records += 1;
  }
  return [...steps.values()].filter(({ count }) => count > 0);
}

/** Milliseconds, and the sum that they come from. */
export function idealOf(requests, latency, concurrency) {
  const steps = stepsOf(requests).map(({ name, count, follow }) => {
    return { name, count, rounds: Math.ceil((count - follow) / concurrency) + follow };
  });
  const rounds = steps.reduce((sum, step) => sum + step.rounds, 0);
  const told = steps.map(({ name, count, rounds: each }) =>
    count === 1 ? name : `${name} ${count} in ${each}`,
  );
  return { ms: rounds * latency, formula: `${rounds} rounds × ${latency} ms: ${told.join(', ')}` };
}
