// Everything that may happen next in a state: a run makes its next request (answered, answer lost, refused), crashes,
// a late request lands or time passes. The steps themselves are in steps-*.mjs.
import { atEnd } from './invariants.mjs';
import { publisherSteps } from './publisher.mjs';
import { CLOSERS, isRecord, takeEffect } from './requests.mjs';
import { clone, forget, isStopped } from './state.mjs';
import { finish, lookAtHead, STEPS, stop } from './steps.mjs';
import { tick } from './time.mjs';
import { describe, name } from './words.mjs';

/** @typedef {{ label: string, state: import('./state.mjs').State }} Successor */

/** @param {import('./state.mjs').State} s @returns {Successor[]} */
export function successors(s, ctx) {
  const out = [];
  const add = (label, state) => out.push({ label, state: settleAll(state, ctx) });
  for (const run of s.runs) {
    if (isStopped(run) || isTwinWaiting(s, run)) continue;
    stepOf(s, run.id, ctx, add);
    if (s.budget[0] > 0 && canCrash(s, run)) add(`${name(run)} dies`, crashed(s, run.id));
  }
  s.flights.forEach((flight, i) => {
    add(`late: ${describe(flight)} of ${name(s.runs[flight.run])} lands`, landed(s, i, ctx));
  });
  publisherSteps(s, ctx, add);
  const later = tick(s, ctx);
  if (later !== undefined) add('time passes', later);
  return out;
}

/**
 * Whoever waits for its turn looks at the head at once: that is never too early, since each may dawdle later, and it
 * keeps states apart that differ in nothing but who has looked yet.
 */
export function settleAll(s, ctx) {
  const blind = ctx.flaw === 'record-overwrites' ? APPENDS : NONE;
  for (const run of s.runs) {
    if (run.lost || run.own !== '' || !WAITING.has(run.pc) || blind.has(run.pc)) continue;
    if (run.pc === 'head' || !run.current) run.pc = lookAtHead(s, run);
  }
  return s;
}
const WAITING = new Set(['head', 'wait', 'takeover', 'claim']);
const APPENDS = new Set(['takeover', 'claim']);
const NONE = new Set();

/** Two runs that did nothing yet are the same: only the first of them starts. */
const isTwinWaiting = (s, run) =>
  WAITING.has(run.pc) && s.runs.some((twin) => twin.id < run.id && isTwin(twin, run));
const isTwin = (twin, run) =>
  twin.kind === run.kind &&
  ['pc', 'adopted', 'target', 'lost', 'own', 'waited', 'current'].every((what) => twin[what] === run[what]);

/** Whoever holds nothing may as well not run any more: only holders need to die. */
function canCrash(s, run) {
  const holds = s.head.phase !== 'none' && s.head.holder === run.id;
  return holds || STEPS[run.pc].stage === 'tidy';
}

function crashed(s, id) {
  const t = clone(s);
  t.budget[0] -= 1;
  forget(t.runs[id]).pc = 'crashed';
  return t;
}

/** Writes down that the run is at `pc` now; steps that need no request are passed at once. */
export function goTo(s, run, pc, ctx) {
  const from = run.pc;
  run.pc = pc;
  for (let step = STEPS[run.pc]; step !== undefined; step = STEPS[run.pc]) {
    const passes = step.local ?? (step.read !== undefined && isQuiet(s, step) ? step.read : undefined);
    const next = passes?.(s, run, ctx);
    if (next === undefined) break;
    run.pc = next;
  }
  if (run.pc !== from) Object.assign(run, { lost: 0, began: 0 });
  if (STEPS[run.pc]?.family !== STEPS[from]?.family) run.pending = 0;
  if (run.pc !== 'end') return;
  const wrong = atEnd(s, run);
  if (wrong !== undefined) s.broken ??= wrong;
}

/**
 * Nothing under way and no other writer: then nothing can come between a holder's reads, so they are one step. (Whoever
 * takes over in between makes what was read worthless: the guard stops the holder before its next request.)
 */
const isQuiet = (s, step) => s.flights.length === 0 && s.publisher.pc === 'end' && step.stage !== 'settle';

function stepOf(s, id, ctx, add) {
  const step = STEPS[s.runs[id].pc];
  if (step === undefined) throw new Error(`no step '${s.runs[id].pc}'`);
  if (step.append !== undefined) return appendStep(s, id, step, ctx, add);
  if (step.send === undefined) return readStep(s, id, step, ctx, add);
  const silent = s.runs[id].age > 0 && ctx.flaw !== 'no-guard';
  if (!silent) return sendStep(s, id, step, ctx, add);
  // The guard: too long without a record, so a beat first. After the closer there is nothing to prove any more.
  if (step.stage !== 'tidy')
    return appendStep(s, id, { ...step, append: 'beat', next: s.runs[id].pc, again: undefined }, ctx, add);
  const t = clone(s);
  goTo(t, t.runs[id], finish(t, t.runs[id]), ctx);
  add(`${name(t.runs[id])}: leaves the rest to be swept`, t);
}

function readStep(s, id, step, ctx, add) {
  const t = clone(s);
  const run = t.runs[id];
  const label = `${name(run)}: ${run.pc}`;
  const next = (step.read ?? step.local)(t, run, ctx);
  if (next === undefined) return;
  goTo(t, run, next, ctx);
  add(`${label} → ${run.pc}`, t);
}

function sendStep(s, id, step, ctx, add) {
  const request = {
    run: id,
    op: s.runs[id].op,
    k: 0,
    value: 0,
    other: 0,
    current: 1,
    ...step.send(s, s.runs[id], ctx),
  };
  const label = `${name(s.runs[id])}: ${describe(request)}`;
  const answered = clone(s);
  const answer = takeEffect(answered, request, ctx);
  const run = answered.runs[id];
  goTo(
    answered,
    run,
    answer === 'done' ? (step.next ?? step.choose(answered, run, ctx)) : step.conflict(answered, run, ctx),
    ctx,
  );
  add(`${label} → ${answer}`, answered);
  if (s.budget[1] > 0) {
    const lost = loseReply(s, id, request, ctx);
    for (const each of lost) afterLoss(each, id, step, ctx, label, add);
  }
  if (s.budget[2] > 0) refuse(s, id, step, ctx, label, add);
}

/** The two ways in which an answer gets lost: after the effect, or with the request still under way. */
function loseReply(s, id, request, ctx) {
  const results = [];
  const happened = clone(s);
  if (takeEffect(happened, request, ctx) === 'done') results.push({ t: happened, how: 'done, answer lost' });
  const underWay = clone(s);
  underWay.flights.push({ ...request, age: 0 });
  results.push({ t: underWay, how: 'no answer, under way' });
  for (const { t } of results) {
    t.budget[1] -= 1;
    if (FORGETS[request.type] !== undefined) t.runs[id].pending = 1;
    else if (!isRecord(request.type)) t.runs[id].unresolved = 1;
  }
  return results;
}

/** Requests that only count for the fence when they fail in the end, and the mutations that forget even that. */
const FORGETS = { index: 'index-edit-forgotten', marker: 'marker-forgotten' };

function afterLoss({ t, how }, id, step, ctx, label, add) {
  const again = clone(t);
  goTo(again, again.runs[id], step.again ?? again.runs[id].pc, ctx);
  add(`${label} → ${how}; tries again`, again);
  if (ctx.flaw === 'unknown-is-success') {
    const believed = clone(t);
    const run = believed.runs[id];
    goTo(believed, run, step.next ?? step.choose(believed, run, ctx), ctx);
    add(`${label} → ${how}; takes it for done`, believed);
  }
  fail(t, id, step, 'unreachable', ctx, `${label} → ${how}; gives up`, add);
}

/** A refusal says nothing of the same record sent before without an answer: whether it is there stays unknown. */
function refuse(s, id, step, ctx, label, add) {
  const t = clone(s);
  const run = t.runs[id];
  t.budget[2] -= 1;
  const unclear = run.lost && step.append !== undefined && ctx.flaw !== 'refusal-settles-an-append';
  Object.assign(run, { lost: 0, began: 0 });
  fail(t, id, step, unclear ? 'unreachable' : 'refused', ctx, `${label} → refused`, add);
}

function fail(s, id, step, cause, ctx, label, add) {
  const isForgotten = ctx.flaw !== undefined && ctx.flaw === FORGETS[step.edits];
  if (s.runs[id].pending && !isForgotten) s.runs[id].unresolved = 1;
  for (const way of step.fail(s, s.runs[id], cause)) {
    const t = clone(s);
    const run = t.runs[id];
    goTo(t, run, way(t, run), ctx);
    add(`${label} → ${run.pc}`, t);
  }
}

function appendStep(s, id, step, ctx, add) {
  const kind = step.append;
  const label = `${name(s.runs[id])}: append ${kind}`;
  const before = s.runs[id];
  const taken = !before.current && ctx.flaw !== 'record-overwrites';
  if (before.own === kind || taken) {
    const t = clone(s);
    const run = t.runs[id];
    const mine = run.own === kind;
    if (mine) appended(t, run, step, ctx);
    else goTo(t, run, step.lostRace(t, run, ctx), ctx);
    return add(
      `${label} → ${mine ? 'stands there already, its nonce is ours' : "another's record stands there"}`,
      t,
    );
  }
  if (CLOSERS.includes(before.own)) {
    const t = clone(s);
    goTo(t, t.runs[id], stop(t, t.runs[id], 'unknown'), ctx);
    return add(`${label} → its closer stands there already`, t);
  }
  const request = { type: kind, run: id, op: before.op, k: 0, value: 0, other: 0, current: 1 };
  const done = clone(s);
  takeEffect(done, request, ctx);
  done.runs[id].current = 1;
  appended(done, done.runs[id], step, ctx);
  add(`${label} → done`, done);
  if (s.budget[1] > 0)
    for (const each of loseAppend(s, id, request, ctx)) afterLoss(each, id, step, ctx, label, add);
  if (s.budget[2] > 0) refuse(s, id, step, ctx, label, add);
}

function appended(s, run, step, ctx) {
  run.age = run.lost ? run.began : 0;
  Object.assign(run, { lost: 0, began: 0, own: '' });
  step.after?.(s, run, ctx);
  goTo(s, run, step.next ?? step.choose(s, run, ctx), ctx);
}

function loseAppend(s, id, request, ctx) {
  const results = loseReply(s, id, request, ctx);
  for (const { t, how } of results) {
    const run = t.runs[id];
    if (!run.lost) run.began = 0;
    run.lost = 1;
    if (how.startsWith('done')) Object.assign(run, { own: request.type, current: 1 });
  }
  return results;
}

function landed(s, i, ctx) {
  const t = clone(s);
  const [flight] = t.flights.splice(i, 1);
  const answer = takeEffect(t, flight, ctx);
  const run = t.runs[flight.run];
  if (answer === 'done' && isRecord(flight.type) && !isStopped(run)) run.own = flight.type;
  return t;
}
