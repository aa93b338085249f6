// Another writer: it publishes the version again once that is not listed any more, or it lists another release. It
// creates artifacts only where none are and edits the index on condition of what it read; scenarios relax that.
import { changeIndex } from './requests.mjs';
import { clone, NOTHING, OURS, THEIRS } from './state.mjs';

export function publisherSteps(s, ctx, add) {
  const { pc } = s.publisher;
  if (pc === 'end') return;
  const t = clone(s);
  const what = (ctx.scenario.publisher === 'other' ? OTHER : AGAIN)[pc](t, t.publisher, ctx);
  if (what !== undefined) add(`publisher: ${what}`, t);
}

function readIndex(s, me) {
  Object.assign(me, { current: 1, readEntry: s.entry, readOther: s.other });
}

function put(k, next) {
  return (s, me, ctx) => {
    const { overwrites, sameBytes } = ctx.scenario;
    const bytes = sameBytes ? OURS : THEIRS;
    if (s.art[k] !== NOTHING && !overwrites) {
      me.pc = 'end';
      return `artifact ${k} is there already, gives up`;
    }
    s.art[k] = bytes;
    s.published = 1;
    me.pc = next;
    return `puts artifact ${k}`;
  };
}

/** Publishes the version again: artifacts first, then the index. */
const AGAIN = {
  idle(s, me) {
    if (s.entry !== NOTHING) return undefined;
    me.pc = 'put 0';
    return 'finds the version unlisted';
  },
  'put 0': put(0, 'put 1'),
  'put 1': put(1, 'read'),
  read(s, me) {
    readIndex(s, me);
    me.pc = s.entry === NOTHING ? 'list' : 'end';
    return 'reads the index';
  },
  list(s, me, ctx) {
    const fits = me.current || ctx.scenario.blind;
    if (fits) {
      changeIndex(s, THEIRS, me.readOther, ctx);
      s.published = 1;
    }
    Object.assign(me, { pc: fits ? 'end' : 'read', current: 0, readEntry: 0, readOther: 0 });
    return fits ? 'lists the version' : 'lists the version → conflict';
  },
};

/** Lists another release; `blind`: whatever happened to the index since it was read. */
const OTHER = {
  idle(s, me) {
    readIndex(s, me);
    me.pc = 'list';
    return 'reads the index';
  },
  list(s, me, ctx) {
    const fits = me.current || ctx.scenario.blind;
    if (fits) changeIndex(s, ctx.scenario.blind ? me.readEntry : s.entry, 1, ctx);
    Object.assign(me, { pc: fits ? 'end' : 'idle', current: 0, readEntry: 0, readOther: 0 });
    return fits ? 'lists another release' : 'lists another release → conflict';
  },
};
