// From any state in which every process dies: one more run, left alone, closes what is open, a second one changes
// nothing (I8), and what the log calls rolled back can be restored to the last byte (I3, I6).
import { pack } from './codec.mjs';
import { violationIn } from './invariants.mjs';
import { settleAll, successors } from './machine.mjs';
import { clone, isStopped, newOp, newRun } from './state.mjs';

const ENOUGH = 300;

/**
 * @param {import('./state.mjs').State} s
 * @param {Set<string>} worlds those that were looked at already
 * @returns {{ what: string, trace: string[] } | undefined}
 */
export function recoveryViolation(s, ctx, worlds) {
  const dead = everybodyDead(s, ctx);
  const key = pack(dead);
  if (worlds.has(key)) return undefined;
  worlds.add(key);
  const stuck = lonelyViolation(dead, ctx);
  return stuck?.what.startsWith(ctx.only) ? stuck : undefined;
}

function lonelyViolation(dead, ctx) {
  const first = alone(dead, 'recover', ctx);
  if (first.wrong !== undefined) return { what: first.wrong, trace: first.trace };
  const again = alone(first.end, 'recover', ctx);
  if (worldOf(again.end, ctx) !== worldOf(first.end, ctx)) {
    return { what: 'I8: a second recovery changes something', trace: [...first.trace, ...again.trace] };
  }
  if (first.end.expected !== 'out' || first.end.published) return undefined;
  const restore = alone(first.end, 'restore', ctx);
  const wrong =
    restore.wrong ??
    (restore.end.expected === 'in' ? undefined : 'I6: what was rolled back cannot be restored');
  return wrong === undefined ? undefined : { what: wrong, trace: [...first.trace, ...restore.trace] };
}

/** Every process gone, nothing under way: what a single run may find. */
function everybodyDead(s, ctx) {
  return {
    ...s,
    flights: [],
    budget: [0, 0, 0],
    head: { ...s.head, age: 1 },
    publisher: { pc: 'end', current: 0, readEntry: 0, readOther: 0 },
    runs: ctx.scenario.runs.map((kind, id) => ({ ...newRun(id, kind), pc: 'crashed' })),
  };
}

/** All of it except who did it. */
function worldOf(s, ctx) {
  const head = { ...s.head, holder: 0 };
  return pack({ ...everybodyDead(s, ctx), head, ops: s.ops.slice(0, ctx.scenario.runs.length) });
}

/** One run of this kind, with nobody else and nothing going wrong, to its end. */
function alone(from, kind, ctx) {
  let s = clone(from);
  const id = s.runs.length;
  s.runs.push(newRun(id, kind));
  while (s.ops.length <= id) s.ops.push(newOp());
  settleAll(s, ctx);
  const trace = ['every process is dead, nothing is under way any more'];
  for (let step = 0; step < ENOUGH && !isStopped(s.runs[id]); step += 1) {
    const next = successors(s, ctx)[0];
    if (next === undefined) break;
    trace.push(next.label);
    s = next.state;
    const wrong = violationIn(s, ctx.only);
    if (wrong !== undefined) return { end: s, trace, wrong };
  }
  const open = s.head.phase !== 'none' || !isStopped(s.runs[id]);
  return { end: s, trace, wrong: open ? 'liveness: one more run does not bring it to an end' : undefined };
}
