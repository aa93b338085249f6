// What must hold: in every state, at the moment of a closer, and when a run ends. Each answers with the violation.
import { isWhole } from './requests.mjs';
import { NOTHING, OURS } from './state.mjs';

/**
 * @param {import('./state.mjs').State} s
 * @param {string} only the invariant that is looked at; all of them when empty
 */
export function violationIn(s, only) {
  const wrong = (what) => (what?.startsWith(only) ? what : undefined);
  return wrong(s.broken) ?? wrong(unbackedListing(s)) ?? wrong(litter(s)) ?? wrong(settledViolation(s));
}

const unbackedListing = (s) =>
  s.entry !== NOTHING && s.art.includes(NOTHING) ? 'I1: listed, but an artifact is not there' : undefined;

function litter(s) {
  const isLeft = (op) => op.closer === 'aborted' && op.undoes === 0 && (op.manifest || op.copy.some(Boolean));
  const id = s.ops.findIndex(isLeft);
  return id < 0 ? undefined : `I2: operation ${id} was aborted, but something of its backup is there`;
}

/** I2, I6 and I9 while nothing is open: exactly before or exactly after, and the markers say which. */
function settledViolation(s) {
  const { expected } = s;
  if (s.head.phase !== 'none' || expected === 'any' || s.published) return undefined;
  const isIn = s.entry === OURS && isWhole(s);
  const isOut = s.entry === NOTHING && s.art.every((content) => content === NOTHING);
  if (expected === 'in' && !isIn)
    return 'I2: the closed operations left the release in, but it is not whole and listed';
  if (expected === 'out' && !isOut)
    return 'I2: the closed operations left the release out, but something of it is there';
  const gaveUp = s.ops.some((op) => op.closer === 'abandoned');
  if (!gaveUp && isRolledBack(s) !== (expected === 'out'))
    return `I9: the markers do not say that the release is ${expected}`;
  return undefined;
}

/** The rollback that the markers say is in force: 1 + its number, 0 for none. As `activeRollbacks` has it. */
export function activeRollback(s) {
  const restored = s.ops
    .filter((op) => op.undoes > 0 && op.marked && !op.unmarked)
    .map((op) => op.undoes - 1);
  let newest = -1;
  s.ops.forEach((op, id) => {
    const active = op.undoes === 0 && op.marked && !op.unmarked && !restored.includes(id);
    if (active && (newest < 0 || op.commit > s.ops[newest].commit)) newest = id;
  });
  return newest + 1;
}

const isRolledBack = (s) => activeRollback(s) > 0;

/** I2 with a publisher at work: what the operation itself promises, seen when its closer lands. */
export function atClose(s, op, kind, ctx) {
  const { seen, entry, undoes } = s.ops[op];
  const listed = entry !== NOTHING && s.entry === entry;
  const says = (what) => `I2: '${kind}' of operation ${op}, but ${what}`;
  if (kind === 'abandoned' && s.budget[2] === ctx.scenario.refusals) return says('nothing was refused');
  if (kind === 'abandoned' && mayStillLand(s, op)) return says('a key that it names may still change');
  if (kind === 'done' && undoes === 0) {
    if (listed) return says('its entry is listed');
    const left = s.art.some((content, k) => content === seen[k]);
    return left && s.entry === NOTHING ? says('an artifact of its manifest is there') : undefined;
  }
  if (kind === 'done') {
    if (!listed) return says('its entry is not listed');
    return s.art.every((content, k) => content === seen[k])
      ? undefined
      : says('an artifact is not as it was');
  }
  if (kind === 'reverted' && undoes === 0) {
    if (s.entry === NOTHING) return says('its entry is not listed again');
    if (s.art.includes(NOTHING)) return says('an artifact is not back');
    return listed && s.art.some((content, k) => content !== seen[k])
      ? says("it lists another's bytes")
      : undefined;
  }
  if (kind === 'reverted') return listed ? says('its entry is still listed') : undefined;
  return undefined;
}

const mayStillLand = (s, op) =>
  s.flights.some((flight) => flight.op === op && ['put', 'remove'].includes(flight.type));

/** I9: what a run reports is what the log says. */
export function atEnd(s, run) {
  const own = s.ops[run.id]?.closer;
  if (run.result === 'ok' && run.kind !== 'recover') {
    const adopted = run.adopted > 0 && s.ops[run.adopted - 1].closer === 'done';
    const already = run.kind === 'restore' && s.ops[run.id].commit === 0;
    if (own !== 'done' && !adopted && !already)
      return `I9: run ${run.id} reports success, its operation is not done`;
  }
  if (run.result === 'unchanged' && own === 'done')
    return `I9: run ${run.id} reports no change, its operation is done`;
  return undefined;
}
