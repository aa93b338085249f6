// All steps of a run by name, and those of settling and claiming (acquire.ts): look at the head, wait for a living
// holder, take a dead one's operation over, claim. A step reads, sends one changing request, or appends a record.
import { stage, stop } from './endings.mjs';
import { activeRollback } from './invariants.mjs';
import { FENCE } from './state.mjs';
import { restoreSteps } from './steps-restore.mjs';
import { revertSteps } from './steps-revert.mjs';
import { rollbackSteps } from './steps-rollback.mjs';

export { finish, stop } from './endings.mjs';

/** By process table, or by the age of its newest record: then it may live, which is counted like a death. */
function isDead(s) {
  const holder = s.runs[s.head.holder];
  if (holder.pc === 'end' || holder.pc === 'crashed') return true;
  return s.head.age > 0 && s.budget[0] > 0;
}

/** What a run does that has nothing in hand: claim, wait out the fence of a dead holder, or wait for a living one. */
export function lookAtHead(s, run) {
  run.waited = 0;
  run.current = 1;
  if (s.head.phase !== 'none') {
    run.op = s.head.op;
    return isDead(s) ? 'wait' : 'head';
  }
  run.op = run.id;
  if (run.kind === 'recover') return stop(s, run, 'ok');
  return run.kind === 'restore' && run.target === 0 ? 'head' : 'claim';
}

/** Which rollback is to be undone (restore-target.ts); asked before the claim, and again after it. */
function choose(s, run) {
  run.target = activeRollback(s);
  if (run.target > 0) return 'claim';
  const known = s.ops.some((op) => op.undoes === 0 && op.marked && !op.unmarked);
  return stop(s, run, known ? 'ok' : 'refused');
}

const settleSteps = stage('settle', {
  head: {
    read: (s, run) => (run.kind === 'restore' && s.head.phase === 'none' ? choose(s, run) : undefined),
  },
  wait: {
    waits: true,
    local: (_s, run, ctx) =>
      run.waited >= FENCE || ctx.flaw === 'takeover-without-fence' ? 'takeover' : undefined,
  },
  takeover: {
    append: 'takeover',
    lostRace: () => 'head',
    after: (_s, run) => Object.assign(run, { recovering: 1, unresolved: 0, waited: 0, result: '' }),
    choose: (s, run) => resume(s, run),
  },
  claim: {
    append: 'claim',
    lostRace: () => 'head',
    choose: (_s, run) => (run.kind === 'rollback' ? 'judge: index' : 'choose again'),
  },
});

/** The direction that the log says (recovery.ts). */
function resume(s, run) {
  const { op } = run;
  const phase = s.head.op === op ? s.head.phase : s.ops[op].commit > 0 ? 'committed' : 'claimed';
  if (phase === 'claimed') return 'abort';
  if (!s.ops[op].manifest) return stop(s, run, 'unknown');
  if (phase === 'reverting') return 'back: fence';
  return s.ops[op].undoes > 0 ? 'restore' : 'rollback';
}

const chooseSteps = stage('prepare', {
  'choose again': {
    read(s, run) {
      if (activeRollback(s) === run.target) return 'check';
      const isRestored = s.ops[run.target - 1].unmarked === 0 && activeRollback(s) === 0;
      run.result = isRestored ? 'ok' : 'unchanged';
      return 'abort';
    },
  },
});

/** @type {Record<string, any>} */
export const STEPS = { ...settleSteps, ...chooseSteps, ...rollbackSteps, ...restoreSteps, ...revertSteps };

/** Reading the index and writing it are one attempt at an edit. */
for (const [name, step] of Object.entries(STEPS)) step.family = name.replace(/: (read|write)$/, '');
