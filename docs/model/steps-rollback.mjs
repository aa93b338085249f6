// A rollback: judge, back up, commit (rollback.ts), then the index, the artifacts, the last look, the closer
// (transaction/rollback-steps.ts, last-look.ts, complete.ts). Closing is the same for a restore.
import { bits, eachKey, fence, finish, stage } from './endings.mjs';
import { NOTHING } from './state.mjs';

const plan = (s, run) => s.ops[run.op];
const isForeign = (s, run) => s.entry !== NOTHING && s.entry !== plan(s, run).entry;
const standing = (s, run) =>
  s.art.map((content, k) => content !== NOTHING && content === plan(s, run).seen[k]);
const removed = (s, run) =>
  s.art.map((content, k) => content === NOTHING && plan(s, run).seen[k] !== NOTHING);
const changed = (s, run) =>
  s.art.map((content, k) => content !== NOTHING && content !== plan(s, run).seen[k]);

export function readIndex(s, run) {
  Object.assign(run, { indexCurrent: 1, readEntry: s.entry, readOther: s.other });
}

/** A changing request on the index, on condition that it is what was read. */
export const editIndex = (again, next, value) => ({
  send: (s, run) => ({
    type: 'index',
    value: value(s, run),
    other: run.readOther,
    current: run.indexCurrent,
  }),
  conflict: () => again,
  again,
  edits: 'index',
  next,
});

/**
 * Whether somebody published again before anything was removed: then everything goes back. Only who begins the removal
 * knows; later a key with other bytes may be one that was removed and put there anew.
 */
const isUntouched = (s, run, ctx) =>
  !removed(s, run).includes(true) && (!run.recovering || ctx.flaw === 'republished-taken-for-untouched');

/** The way forward is closed: everything back. */
export const turnBack = (run) => {
  run.result = 'unchanged';
  return 'back';
};

const prepareSteps = stage('prepare', {
  'judge: index': {
    read: (s, run) => {
      readIndex(s, run);
      return 'judge: artifacts';
    },
  },
  'judge: artifacts': {
    read(s, run) {
      const entry = run.readEntry;
      const allowed = entry !== NOTHING && !s.art.includes(NOTHING);
      if (!allowed) {
        run.result = run.adopted > 0 ? 'ok' : 'refused';
        return 'abort';
      }
      Object.assign(plan(s, run), { seen: [...s.art], entry });
      return 'manifest';
    },
  },
  manifest: {
    send: () => ({ type: 'manifest' }),
    conflict: () => 'back up',
    next: 'back up',
  },
  'back up': {
    local: (_s, run, ctx) => {
      run.todo = 3;
      return ctx.flaw === 'commit-before-backup' ? 'commit' : 'back up 0';
    },
  },
  ...eachKey('back up', 'commit', {
    send: (s, run, k) => ({ type: 'keep', value: plan(s, run).seen[k] }),
    conflict: (s, run, k) => {
      if (plan(s, run).copy[k] === plan(s, run).seen[k]) return undefined;
      run.result = 'unchanged';
      return 'abort';
    },
  }),
});

const commitSteps = stage('commit', {
  commit: {
    append: 'commit',
    choose: (s, run) => (plan(s, run).undoes > 0 ? 'restore' : 'rollback'),
  },
});

const forwardSteps = stage('forward', {
  rollback: {
    local: (_s, _run, ctx) => (ctx.flaw === 'remove-before-index' ? 'survey' : 'hide: read'),
  },
  'hide: read': {
    read(s, run) {
      readIndex(s, run);
      if (s.entry === plan(s, run).entry) return 'hide: write';
      return 'look';
    },
  },
  'hide: write': {
    ...editIndex('hide: read', undefined, () => NOTHING),
    // What a fresh run has just written, on condition that nobody else had changed it, it need not look at again.
    choose: (_s, run) => (run.recovering ? 'look' : 'survey'),
  },
  look: {
    read(s, run, ctx) {
      if (!isForeign(s, run)) return 'survey';
      if (isUntouched(s, run, ctx)) return turnBack(run);
      run.superseded = 1;
      return 'verify';
    },
  },
  survey: {
    read(s, run, ctx) {
      if (changed(s, run).includes(true) && isUntouched(s, run, ctx)) return turnBack(run);
      run.todo = bits(standing(s, run));
      if (ctx.flaw === 'fresh-listing' && run.recovering) run.todo = bits(s.art);
      return 'remove 0';
    },
  },
  ...eachKey('remove', 'survey again', {
    send: (s, run, k, ctx) => {
      const fresh = ctx.flaw === 'fresh-listing' && run.recovering;
      return { type: 'remove', value: fresh ? s.art[k] : plan(s, run).seen[k] };
    },
  }),
  'survey again': {
    read(s, run, ctx) {
      run.todo = 0;
      const other = changed(s, run).includes(true);
      const misread = ctx.flaw === 'republished-taken-for-untouched' && !removed(s, run).includes(true);
      if (other && misread) return turnBack(run);
      if (other) run.superseded = 1;
      if (ctx.flaw === 'remove-before-index')
        return s.entry === plan(s, run).entry ? 'hide late: read' : 'verify';
      return 'verify';
    },
  },
  'hide late: read': {
    read(s, run) {
      readIndex(s, run);
      return s.entry === plan(s, run).entry ? 'hide late: write' : 'verify';
    },
  },
  'hide late: write': editIndex('hide late: read', 'verify', () => NOTHING),
  verify: {
    read(s, run, ctx) {
      if (ctx.flaw === 'no-last-look') return 'prove';
      if (s.entry === plan(s, run).entry) return 'hide late: read';
      if (!isForeign(s, run)) return 'verify: gone';
      run.superseded = 1;
      run.todo = bits(removed(s, run));
      return 'give back 0';
    },
  },
  ...eachKey('give back', 'prove', {
    send: () => ({ type: 'put' }),
    conflict: (s, run, k) => (s.art[k] === plan(s, run).copy[k] ? undefined : turnBack(run)),
  }),
  'verify: gone': {
    read: (s, run) => (standing(s, run).includes(true) ? turnBack(run) : 'prove'),
  },
});

/** The same for both: prove by a beat, wait if something may still land, marker, closer. */
const closingSteps = stage('forward', {
  prove: { append: 'beat', next: 'closing' },
  ...fence('closing', 'marker', 'close-without-fence'),
  marker: {
    local: (_s, _run, ctx) => (ctx.flaw === 'close-without-marker' ? 'done' : undefined),
    send: () => ({ type: 'marker', value: 0 }),
    edits: 'marker',
    conflict: () => 'done',
    next: 'done',
  },
  done: {
    append: 'done',
    choose: (s, run) => {
      run.result = run.superseded ? 'partial' : 'ok';
      return finish(s, run);
    },
  },
});

export const rollbackSteps = { ...prepareSteps, ...commitSteps, ...forwardSteps, ...closingSteps };
