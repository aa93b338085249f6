// The ways back: a revert after the commit (transaction/revert.ts), an abort before it (recovery.ts), and giving up
// where neither direction is possible (complete.ts).
import { bits, eachKey, FAIL, fence, finish, giveUp, stage, stop } from './endings.mjs';
import { sourceOf } from './requests.mjs';
import { NOTHING } from './state.mjs';
import { editIndex, readIndex } from './steps-rollback.mjs';

const plan = (s, run) => s.ops[run.op];
const missing = (s, run) =>
  s.art.map((content, k) => content === NOTHING && plan(s, run).seen[k] !== NOTHING);

/** Beside the bits of the keys: something could not be put back. */
const HINDERED = 4;
function hinder(run) {
  run.todo |= HINDERED;
}

const backSteps = stage('back', {
  back: { append: 'reverting', next: 'back: fence' },
  ...fence('back: fence', 'back: begin', 'revert-without-fence'),
  'back: begin': {
    local: (s, run) => {
      run.result = 'unchanged';
      return plan(s, run).undoes > 0 ? 'unlist: read' : 'back: missing';
    },
  },
});

const undoRollbackSteps = stage('back', {
  'back: missing': {
    read(s, run) {
      run.todo = bits(missing(s, run).map((is, k) => is && plan(s, run).copy[k] !== NOTHING));
      return 'reinstate 0';
    },
  },
  // What one key refuses does not keep the other away; whether all are back is looked at after.
  ...eachKey('reinstate', 'back: look', {
    send: () => ({ type: 'put' }),
    conflict: (s, run, k) => (s.art[k] === plan(s, run).copy[k] ? undefined : hinder(run)),
    fail: (s, run, cause, next) => [
      ...FAIL.back(s, run, cause).filter((way) => way !== giveUp),
      ...(cause === 'refused' ? [(_s, other) => hinder(other) ?? next] : []),
    ],
  }),
  'back: look': {
    read(s, run, ctx) {
      const hindered = run.todo & HINDERED;
      run.todo = 0;
      if (hindered || missing(s, run).includes(true)) return 'abandon';
      // Another's bytes where ours were: our entry would promise what is not there.
      const foreign = s.art.some((content, k) => content !== plan(s, run).seen[k]);
      if (foreign && s.entry === NOTHING && ctx.flaw !== 'relisted-over-foreign-bytes') return 'abandon';
      return 'relist: read';
    },
  },
  'relist: read': {
    read(s, run) {
      readIndex(s, run);
      return s.entry === NOTHING ? 'relist: write' : 'markers';
    },
  },
  'relist: write': editIndex('relist: read', 'markers', (s, run) => plan(s, run).entry),
});

const undoRestoreSteps = stage('back', {
  'unlist: read': {
    read(s, run) {
      readIndex(s, run);
      return s.entry === plan(s, run).entry ? 'unlist: write' : 'retract';
    },
  },
  'unlist: write': editIndex('unlist: read', 'retract', () => NOTHING),
  /** Only what its own puts created, and nothing that somebody else's entry counts on. */
  retract: {
    read(s, run) {
      const { copy } = s.ops[sourceOf(s, run.op)];
      const ours = bits(s.art.map((content, k) => content !== NOTHING && content === copy[k]));
      run.todo = s.entry === NOTHING ? ours & plan(s, run).absent : 0;
      return 'retract 0';
    },
  },
  ...eachKey('retract', 'markers', {
    send: (s, run, k) => ({ type: 'remove', value: s.ops[sourceOf(s, run.op)].copy[k] }),
  }),
});

const revertedSteps = stage('back', {
  markers: {
    read: (s, run) => (plan(s, run).marked && !plan(s, run).unmarked ? 'unmark' : 'back: closing'),
  },
  unmark: {
    send: () => ({ type: 'marker', value: 1 }),
    edits: 'marker',
    conflict: () => 'back: closing',
    next: 'back: closing',
  },
  ...fence('back: closing', 'reverted', 'close-without-fence'),
  reverted: {
    append: 'reverted',
    choose: (s, run) => {
      const { undoes, seen } = plan(s, run);
      const foreign = s.art.some((content, k) => content !== NOTHING && content !== seen[k]);
      run.todo = undoes > 0 || foreign ? 0 : 3;
      return run.todo === 0 ? finish(s, run) : 'tidy 0';
    },
  },
});

const tidySteps = stage('tidy', {
  ...eachKey('tidy', 'tidy: manifest', { send: () => ({ type: 'discard' }) }),
  'tidy: manifest': {
    send: () => ({ type: 'discardManifest' }),
    conflict: (s, run) => finish(s, run),
    next: 'tidied',
  },
  tidied: { local: (s, run) => finish(s, run) },
});

const abortSteps = stage('abort', {
  ...fence('abort', 'abort: begin', 'abort-without-fence'),
  'abort: begin': {
    local: (s, run) => {
      run.result ||= 'unchanged';
      const { manifest, undoes } = plan(s, run);
      run.todo = 3;
      return manifest && undoes === 0 ? 'discard 0' : 'aborted';
    },
  },
  ...eachKey('discard', 'discard: manifest', { send: () => ({ type: 'discard' }) }),
  'discard: manifest': {
    send: () => ({ type: 'discardManifest' }),
    conflict: () => 'aborted',
    next: 'aborted',
  },
  aborted: { append: 'aborted', choose: (s, run) => finish(s, run) },
});

const abandonSteps = stage('abandon', {
  ...fence('abandon', 'abandoned', 'abandon-without-fence'),
  abandoned: { append: 'abandoned', choose: (s, run) => stop(s, run, 'partial') },
});

export const revertSteps = {
  ...backSteps,
  ...undoRollbackSteps,
  ...undoRestoreSteps,
  ...revertedSteps,
  ...tidySteps,
  ...abortSteps,
  ...abandonSteps,
};
