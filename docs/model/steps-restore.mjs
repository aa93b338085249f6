// A restore: check that nothing is in the way (restore-plan.ts), commit, artifacts back, look, the index last
// (transaction/restore-steps.ts).
import { bits, eachKey, stage } from './endings.mjs';
import { sourceOf } from './requests.mjs';
import { NOTHING } from './state.mjs';
import { editIndex, readIndex, turnBack } from './steps-rollback.mjs';

const plan = (s, run) => s.ops[run.op];
const backup = (s, run) => s.ops[sourceOf(s, run.op)];

const prepareSteps = stage('prepare', {
  check: {
    read: (s, run) => {
      readIndex(s, run);
      return 'check: artifacts';
    },
  },
  'check: artifacts': {
    read(s, run) {
      const from = s.ops[run.target - 1];
      const foreign = run.readEntry !== NOTHING && run.readEntry !== from.entry;
      const others = s.art.some((content, k) => content !== NOTHING && content !== from.seen[k]);
      const damaged = s.art.some((content, k) => content === NOTHING && from.copy[k] !== from.seen[k]);
      if (foreign || others || damaged || !from.manifest) {
        run.result = 'refused';
        return 'abort';
      }
      const absent = bits(s.art.map((content) => content === NOTHING));
      Object.assign(plan(s, run), { seen: [...from.seen], entry: from.entry, undoes: run.target, absent });
      return 'restore manifest';
    },
  },
  'restore manifest': {
    send: () => ({ type: 'manifest' }),
    conflict: () => 'commit',
    next: 'commit',
  },
});

const forwardSteps = stage('forward', {
  restore: {
    local: (s, run, ctx) => {
      run.todo = plan(s, run).absent;
      return ctx.flaw === 'list-before-artifacts' ? 'list: read' : 'put back';
    },
  },
  /** What stands there in its own revision needs no request. */
  'put back': {
    read(s, run) {
      const { absent, seen } = plan(s, run);
      run.todo = absent & bits(s.art.map((content, k) => content !== seen[k]));
      return 'put back 0';
    },
  },
  ...eachKey('put back', 'verify artifacts', {
    send: () => ({ type: 'put' }),
    conflict: (s, run, k) => (s.art[k] === backup(s, run).copy[k] ? undefined : turnBack(run)),
  }),
  'verify artifacts': {
    read(s, run, ctx) {
      run.todo = 0;
      if (ctx.flaw === 'list-before-artifacts') return 'prove';
      return s.art.includes(NOTHING) ? turnBack(run) : 'list: read';
    },
  },
  'list: read': {
    read(s, run, ctx) {
      readIndex(s, run);
      const { entry } = plan(s, run);
      if (s.entry === NOTHING) return 'list: write';
      if (s.entry !== entry) return turnBack(run);
      return ctx.flaw === 'list-before-artifacts' ? 'put back' : 'prove';
    },
  },
  'list: write': editIndex('list: read', 'list: read', (s, run) => plan(s, run).entry),
});

export const restoreSteps = { ...prepareSteps, ...forwardSteps };
