// What each request does to the bucket when it takes effect, at once or late. Preconditions are the store's; a
// violation that can only be seen at this moment (I3, I4, I5, I7) is noted in `broken`.
import { isStopped, NOTHING, OURS, THEIRS } from './state.mjs';

export const CLOSERS = ['done', 'aborted', 'reverted', 'abandoned'];
const RECORDS = new Set(['claim', 'commit', 'beat', 'takeover', 'reverting', ...CLOSERS]);
export const isRecord = (type) => RECORDS.has(type);

/** The rollback whose backup an operation puts back from. */
export const sourceOf = (s, op) => (s.ops[op].undoes > 0 ? s.ops[op].undoes - 1 : op);

/** @returns {'done' | 'conflict'} */
export function takeEffect(s, request, ctx) {
  return EFFECTS[isRecord(request.type) ? 'record' : request.type](s, request, ctx);
}

const EFFECTS = {
  manifest(s, { op }) {
    s.ops[op].manifest = 1;
    return 'done';
  },

  /** Artifact to backup: on condition of the manifest's revision, to an absent key. */
  keep(s, { op, k, value }) {
    if (s.ops[op].copy[k] !== NOTHING || s.art[k] !== value) return 'conflict';
    s.ops[op].copy[k] = value;
    return 'done';
  },

  /** Backup to artifact, to an absent key. */
  put(s, { op, k }, ctx) {
    const copy = s.ops[sourceOf(s, op)].copy[k];
    if (copy === NOTHING) return 'conflict';
    if (ctx.flaw === 'put-overwrites' && s.art[k] === THEIRS && copy !== THEIRS)
      s.broken ??= `I5: artifact ${k} of the second publication is overwritten`;
    if (s.art[k] !== NOTHING && ctx.flaw !== 'put-overwrites') return 'conflict';
    s.art[k] = copy;
    return 'done';
  },

  remove(s, { op, k, value }, ctx) {
    const there = s.art[k];
    if (there === NOTHING) return 'done';
    if (there !== value && ctx.flaw !== 'remove-unconditional') return 'conflict';
    if (s.ops[op].seen[k] !== there)
      s.broken ??= `I5: artifact ${k} is removed, but its bytes are not the manifest's`;
    s.art[k] = NOTHING;
    if (!s.ops.some((each) => each.copy[k] === there))
      s.broken ??= `I3: the bytes of artifact ${k} are nowhere`;
    return 'done';
  },

  discard(s, { op, k }) {
    const value = s.ops[op].copy[k];
    s.ops[op].copy[k] = NOTHING;
    const kept = value === NOTHING || s.art[k] === value || s.ops.some((each) => each.copy[k] === value);
    if (!kept) s.broken ??= `I3: the only copy of artifact ${k} is discarded`;
    return 'done';
  },

  discardManifest(s, { op }) {
    s.ops[op].manifest = 0;
    return 'done';
  },

  index(s, request, ctx) {
    if (!request.current && ctx.flaw !== 'index-unconditional') return 'conflict';
    const { op, value, other } = request;
    const lostAgain = s.entry === THEIRS && value !== THEIRS && s.ops[op].entry !== THEIRS;
    if (lostAgain || other < s.other) s.broken ??= "I4: another writer's index edit is lost";
    changeIndex(s, value, other, ctx);
    return 'done';
  },

  marker(s, { op, value }) {
    s.ops[op][value === 0 ? 'marked' : 'unmarked'] = 1;
    return 'done';
  },

  /** A record is created at the number after the head that its writer knew, or not at all. */
  record(s, request, ctx) {
    if (!request.current && ctx.flaw !== 'record-overwrites') return 'conflict';
    const { run, op, type } = request;
    const open = s.head.phase !== 'none';
    if (open ? type === 'claim' || op !== s.head.op : type !== 'claim')
      s.broken ??= `I7: '${type}' of operation ${op} where ${open ? `operation ${s.head.op}` : 'nothing'} is open`;
    if (CLOSERS.includes(type)) close(s, op, type, ctx);
    if (type === 'takeover' && !isStopped(s.runs[s.head.holder])) s.budget[0] = Math.max(0, s.budget[0] - 1);
    if (type === 'commit') s.ops[op].commit = 1 + Math.max(...s.ops.map((each) => each.commit));
    s.head = { kind: type, op, phase: phaseAfter(s.head.phase, type), holder: run, age: 0 };
    for (const other of s.runs) if (other.id !== run) other.current = 0;
    for (const flight of s.flights) if (isRecord(flight.type)) flight.current = 0;
    return 'done';
  },
};

function phaseAfter(phase, kind) {
  if (CLOSERS.includes(kind)) return 'none';
  return { claim: 'claimed', commit: 'committed', reverting: 'reverting' }[kind] ?? phase;
}

/** Bytes of the index never repeat: whoever read them before this has an old revision for good. */
export function changeIndex(s, entry, other, ctx) {
  s.entry = entry;
  s.other = other;
  const repeats = ctx.flaw === 'index-bytes-repeat';
  const same = (was, wasOther) => (repeats && was === entry && wasOther === other ? 1 : 0);
  for (const run of s.runs) run.indexCurrent = same(run.readEntry, run.readOther);
  s.publisher.current = same(s.publisher.readEntry, s.publisher.readOther);
  for (const flight of s.flights) {
    if (flight.type !== 'index') continue;
    const was = flight.value === NOTHING ? s.ops[flight.op].entry : NOTHING;
    flight.current = same(was, flight.other);
  }
}

function close(s, op, kind, ctx) {
  const slot = s.ops[op];
  if (slot.closer !== '') s.broken ??= `I7: operation ${op} is closed twice`;
  slot.closer = kind;
  if (kind === 'abandoned') s.expected = 'any';
  if (kind === 'done') s.expected = slot.undoes > 0 ? 'in' : 'out';
  if (s.published) s.expected = 'any';
  const wrong = ctx.atClose(s, op, kind, ctx);
  if (wrong !== undefined) s.broken ??= wrong;
}

/** Whether the release's own bytes stand at every artifact key. */
export const isWhole = (s) => s.art.every((content) => content === OURS);
