// Model time: it passes whenever it likes, for everybody at once.
import { clone, FENCE, isStopped, LATE } from './state.mjs';
import { STEPS } from './steps.mjs';

/** One tick of model time for everything that has a clock; undefined when nothing changes by it. */
export function tick(s, ctx) {
  const t = clone(s);
  t.head.age = 1;
  for (const run of t.runs) {
    const step = STEPS[run.pc];
    if (isStopped(run) || step.stage === 'settle') run.age = 0;
    else run.age = 1;
    if (run.lost) run.began = 1;
    if (step?.waits) run.waited = Math.min(FENCE, run.waited + 1);
  }
  for (const flight of t.flights) flight.age += 1;
  const forever = ctx.flaw === 'late-beyond-the-fence';
  if (forever) for (const flight of t.flights) flight.age = LATE;
  t.flights = t.flights.filter((flight) => flight.age <= LATE);
  return sameClocks(s, t) ? undefined : t;
}

function sameClocks(s, t) {
  if (s.head.age !== t.head.age || s.flights.length !== t.flights.length) return false;
  if (s.flights.some((flight, i) => flight.age !== t.flights[i].age)) return false;
  return s.runs.every((run, i) => {
    const after = t.runs[i];
    return run.age === after.age && run.began === after.began && run.waited === after.waited;
  });
}
