// Explores the model of the protocol in docs/model/ exhaustively and then proves that it can fail: every mutation must
// lead to a violation. `--small` (seconds), `--deep` (larger bounds), `--mutations` (only those), `--flaw NAME` (shows
// what one mutation leads to).
import { parseArgs } from 'node:util';
import { explore } from '../docs/model/explore.mjs';
import { MUTATIONS } from '../docs/model/mutations.mjs';
import { ASSUMPTIONS, DEEP, DEFAULT, SMALL } from '../docs/model/scenarios.mjs';

const { values } = parseArgs({
  options: {
    small: { type: 'boolean' },
    deep: { type: 'boolean' },
    mutations: { type: 'boolean' },
    flaw: { type: 'string' },
  },
});

const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1);

function printTrace({ what, trace }) {
  console.log(`\n${what}\n`);
  trace.forEach((step, i) => {
    console.log(`${String(i + 1).padStart(3)}. ${step}`);
  });
}

/** Whether the protocol holds in all of them. */
function holds(scenarios) {
  for (const scenario of scenarios) {
    const start = performance.now();
    const { states, steps, depth, worlds, violation } = explore(scenario);
    const size = `${states} states, ${steps} steps, depth ${depth}, ${worlds} worlds recovered`;
    console.log(`${violation ? 'VIOLATED' : 'holds   '}  ${scenario.name}: ${size}, ${seconds(start)} s`);
    if (violation) {
      printTrace(violation);
      return false;
    }
  }
  return true;
}

/** Whether each of these leads to a violation. */
function allFound(cases) {
  let survived = 0;
  for (const { what, scenario, flaw, only } of cases) {
    const { violation, states } = explore(scenario, { flaw, only });
    if (violation === undefined) survived += 1;
    const verdict = violation === undefined ? 'SURVIVED' : 'found   ';
    const found = violation === undefined ? '' : ` → ${violation.what} (${violation.trace.length} steps)`;
    console.log(`${verdict}  ${what}: ${states} states${found}`);
  }
  return survived === 0;
}

function show(flaw) {
  const mutation = MUTATIONS.find((each) => each.flaw === flaw);
  if (mutation === undefined) throw new Error(`one of: ${MUTATIONS.map((each) => each.flaw).join(', ')}`);
  const { violation } = explore(mutation.scenario, mutation);
  if (violation) printTrace(violation);
  return violation === undefined;
}

function check() {
  if (values.flaw !== undefined) return show(values.flaw);
  const scenarios = values.deep ? DEEP : values.small ? SMALL : DEFAULT;
  if (!values.mutations && !holds(scenarios)) return false;
  const assumptions = ASSUMPTIONS.map((scenario) => ({ what: scenario.name, scenario, only: scenario.only }));
  console.log('\nWith one thing wrong in the protocol:');
  const mutationsFound = allFound(MUTATIONS);
  console.log('\nWith something that it relies on taken away:');
  return allFound(assumptions) && mutationsFound;
}

const start = performance.now();
const ok = check();
const memory = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(`\n${ok ? 'The model holds.' : 'The model does not hold.'} ${seconds(start)} s, ${memory} MiB`);
process.exitCode = ok ? 0 : 1;
