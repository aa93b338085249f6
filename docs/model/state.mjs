// The state of the model: what a bucket holds, what each run knows, what is under way. Small whole numbers and words
// only, so that a state is told from another by one short string.

/** Contents of an artifact key: nothing, the release's own bytes, those of a second publication. */
export const NOTHING = 0;
export const OURS = 1;
export const THEIRS = 2;

/** Model time (README): how many ticks a request may be under way, and how many a fence waits. */
export const LATE = 1;
export const FENCE = 2;

/**
 * What the store knows of one operation, and its closer.
 * @typedef {object} Op
 * @property {number[]} seen artifact contents in its manifest
 * @property {number} entry the index entry in its manifest
 * @property {number} undoes of a restore: 1 + the rollback that it undoes
 * @property {number} absent of a restore: bits of the keys that were absent when it was planned
 * @property {number} manifest whether the manifest is stored
 * @property {number[]} copy the backup, per artifact
 * @property {number} commit 0, or its rank among the commits: orders the markers
 * @property {number} marked whether its marker is there
 * @property {number} unmarked whether the marker that takes it back is there
 * @property {string} closer '' while it has none
 */

/**
 * One process: what it remembers between two requests.
 * @typedef {object} Run
 * @property {number} id also the number of the operation that it may claim
 * @property {string} kind rollback, restore or recover
 * @property {string} pc the step that comes next
 * @property {number} op the operation that it works on
 * @property {number} recovering whether it finishes what another left
 * @property {number} current whether the head that it knows is still the head
 * @property {string} own an append of its own that it has no answer to, and that stands at the next number
 * @property {number} age ticks since it began its last append: 0, or 1 for 'too long'
 * @property {number} began the same for an append that is being tried again
 * @property {number} lost whether the record at hand was sent before without an answer
 * @property {number} pending the same of an index edit or a marker: one that succeeds later makes the earlier harmless
 * @property {number} unresolved whether a request of its own may still land
 * @property {number} waited ticks of the fence so far
 * @property {number} indexCurrent whether the index is still the one that it read
 * @property {number} readEntry the entry in the index that it read
 * @property {number} readOther the other release in the index that it read
 * @property {number} todo bits of the keys that are to be changed
 * @property {number} superseded whether the version was published again meanwhile
 * @property {number} target of a restore: 1 + the rollback that it chose
 * @property {number} adopted 1 + an operation of its own kind that it brought to `done`
 * @property {string} result what it reports: '', ok, unchanged, refused, partial or unknown
 */

/**
 * A request without an answer that may still take effect. `current` is its precondition on index or log.
 * @typedef {{ type: string, run: number, op: number, k: number, value: number, other: number, current: number, age: number }} Flight
 */

/**
 * @typedef {object} State
 * @property {number[]} art
 * @property {number} entry what the index lists: nothing, our entry, the second publication's
 * @property {number} other whether the index lists another release, too
 * @property {{ kind: string, op: number, phase: string, holder: number, age: number }} head newest record; `age` in ticks, 1 for 'too old'
 * @property {Op[]} ops
 * @property {Run[]} runs
 * @property {{ pc: string, current: number, readEntry: number, readOther: number }} publisher
 * @property {Flight[]} flights
 * @property {number[]} budget crashes, lost replies and refusals that may still happen
 * @property {string} expected what the closed operations promise: in, out, any
 * @property {number} published whether the second publication wrote anything
 * @property {string} [broken] a violation that the last step made
 */

/** @returns {Op} */
export const newOp = () => ({
  seen: [0, 0],
  entry: 0,
  undoes: 0,
  absent: 0,
  manifest: 0,
  copy: [0, 0],
  commit: 0,
  marked: 0,
  unmarked: 0,
  closer: '',
});

/** @returns {Run} */
export const newRun = (id, kind) => ({
  id,
  kind,
  pc: 'head',
  op: 0,
  recovering: 0,
  current: 0,
  own: '',
  age: 0,
  began: 0,
  lost: 0,
  pending: 0,
  unresolved: 0,
  waited: 0,
  indexCurrent: 0,
  readEntry: 0,
  readOther: 0,
  todo: 0,
  superseded: 0,
  target: 0,
  adopted: 0,
  result: '',
});

/** A published release, an empty log, nobody at work. */
export function initialState(scenario) {
  return {
    art: [OURS, OURS],
    entry: OURS,
    other: 0,
    head: { kind: 'none', op: 0, phase: 'none', holder: 0, age: 1 },
    ops: scenario.runs.map(() => newOp()),
    runs: scenario.runs.map((kind, id) => newRun(id, kind)),
    publisher: { pc: scenario.publisher ? 'idle' : 'end', current: 0, readEntry: 0, readOther: 0 },
    flights: [],
    budget: [scenario.crashes, scenario.losses, scenario.refusals],
    expected: 'in',
    published: 0,
  };
}

/** @param {State} s @returns {State} */
export function clone(s) {
  return {
    art: [...s.art],
    entry: s.entry,
    other: s.other,
    head: { ...s.head },
    ops: s.ops.map((op) => ({ ...op, seen: [...op.seen], copy: [...op.copy] })),
    runs: s.runs.map((run) => ({ ...run })),
    publisher: { ...s.publisher },
    flights: s.flights.map((flight) => ({ ...flight })),
    budget: [...s.budget],
    expected: s.expected,
    published: s.published,
  };
}

export const isStopped = (run) => run.pc === 'end' || run.pc === 'crashed';

/** What a run that is not at work forgets, so that states that differ in nothing else are one. */
export function forget(run) {
  const { id, kind, pc, result, adopted } = run;
  return Object.assign(run, newRun(id, kind), { pc, result, adopted });
}
