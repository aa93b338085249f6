// How a run goes on when a request is refused, stays without an answer, or the operation turns out to be taken over;
// and what it reports at its end. As in transaction/complete.ts and rollback.ts.
import { FENCE, forget } from './state.mjs';

/** The process ends with this report; what it had open stays as the log has it. */
export function stop(_s, run, result) {
  forget(run);
  run.result = result;
  run.pc = 'end';
  return 'end';
}

/** Its operation is closed: the end, or, after a recovery, back to its own task. */
export function finish(s, run) {
  const { recovering, op, target } = run;
  if (!recovering) return stop(s, run, run.result);
  const isOwnKind = (s.ops[op].undoes > 0 ? 'restore' : 'rollback') === run.kind;
  if (isOwnKind && run.result === 'ok') run.adopted = op + 1;
  run.result = '';
  forget(run).target = target;
  return 'head';
}

/** Nothing is committed: close the claim, with this report. */
const abort = (_s, run) => {
  run.result = 'unchanged';
  return 'abort';
};
const leave = (s, run) => stop(s, run, 'unknown');
const stay = (result) => (s, run) => stop(s, run, result);
const turnBack = (_s, run) => {
  run.result = 'unchanged';
  return 'back';
};
export const giveUp = () => 'abandon';

/** By stage: the ways on, of which any may be taken, after a request that failed for good. */
export const FAIL = {
  settle: () => [stay('unchanged')],
  prepare: () => [abort],
  commit: (_s, _run, cause) => [cause === 'refused' ? abort : leave],
  forward: (_s, run, cause) => {
    if (cause !== 'refused') return [leave];
    // A permission that a recovery lacks leaves the operation open; a hold on an object turns it back.
    return run.recovering ? [leave, turnBack] : [turnBack];
  },
  back: (_s, _run, cause) => (cause === 'refused' ? [leave, giveUp] : [leave]),
  abort: (_s, run) => [run.recovering ? leave : stay(run.result)],
  abandon: () => [leave],
  tidy: () => [(s, run) => finish(s, run)],
};

/** Another run took the operation over: look again where it was a recovery, else end. */
export function superseded(s, run, stageName) {
  if (run.recovering) {
    const { target } = run;
    forget(run).target = target;
    return 'head';
  }
  const before = ['prepare', 'commit', 'abort'].includes(stageName);
  return stop(s, run, before ? 'unchanged' : 'unknown');
}

/** Steps of one stage, with what they have in common. */
export function stage(name, steps) {
  for (const step of Object.values(steps)) {
    step.stage = name;
    step.fail ??= FAIL[name];
    step.lostRace ??= (s, run) => superseded(s, run, name);
  }
  return steps;
}

/**
 * Three steps: if a request of ours may still land, wait until it can't, prove by a beat that it is still our turn.
 * @param {string} flaw the mutation that leaves the wait out
 */
export const fence = (name, next, flaw) => ({
  [name]: {
    local: (_s, run, ctx) => {
      run.waited = 0;
      return run.unresolved && ctx.flaw !== flaw ? `${name}: wait` : next;
    },
  },
  [`${name}: wait`]: {
    waits: true,
    local: (_s, run) => (run.waited >= FENCE ? `${name}: beat` : undefined),
  },
  [`${name}: beat`]: {
    append: 'beat',
    after: (_s, run) => {
      run.unresolved = 0;
      run.waited = 0;
    },
    next,
  },
});

/** Asks the store once per key that is in `todo`; keys without a request are passed. */
export const eachKey = (name, next, step) => ({
  [`${name} 0`]: keyed(step, 0, `${name} 1`),
  [`${name} 1`]: keyed(step, 1, next),
});

function keyed(step, k, next) {
  return {
    local: (_s, run) => ((run.todo >> k) & 1 ? undefined : next),
    send: (s, run, ctx) => ({ k, ...step.send(s, run, k, ctx) }),
    conflict: (s, run, ctx) => step.conflict?.(s, run, k, ctx) ?? next,
    ...(step.fail && { fail: (s, run, cause) => step.fail(s, run, cause, next) }),
    next,
  };
}

export const bits = (values) => values.reduce((mask, value, k) => mask | (value ? 1 << k : 0), 0);
