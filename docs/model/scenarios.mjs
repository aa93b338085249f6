// What is explored. Every bound is small, and everything within it is looked at.

/**
 * @typedef {object} Scenario
 * @property {string} name
 * @property {readonly string[]} runs that may start at any time, in any order, at once
 * @property {number} crashes deaths of a holder, and verdicts of death over a living one
 * @property {number} losses answers that get lost; the request took effect, or is still under way, or never arrives
 * @property {number} refusals requests that the store refuses for good
 * @property {string} [publisher] again: publishes the version once more; other: lists another release
 * @property {boolean} [overwrites] the publisher puts over what is there
 * @property {boolean} [sameBytes] the publisher puts the very bytes of the release again
 * @property {string} [only] the invariant that is looked at
 * @property {boolean} [blind] the publisher edits the index without a condition
 */

const scenario = (name, runs, [crashes, losses, refusals], publisher, more = {}) => ({
  name,
  runs: runs.split(' '),
  crashes,
  losses,
  refusals,
  publisher,
  ...more,
});

const THREE = 'rollback restore rollback';
const TWO = 'rollback restore';

/** Seconds; for the tests of the script. */
export const SMALL = [
  scenario('two runs, a crash, a late request', TWO, [1, 1, 0]),
  scenario('one run, a crash, a late request, a refusal', 'rollback', [1, 1, 1]),
  scenario('a crash, published again', TWO, [1, 0, 0], 'again'),
];

export const DEFAULT = [
  scenario('three runs, two crashes', THREE, [2, 0, 0]),
  scenario('three runs, a crash, a late request', THREE, [1, 1, 0]),
  scenario('two runs, a crash, a late request, a refusal', TWO, [1, 1, 1]),
  scenario('one run, two crashes, two late requests, a refusal', 'rollback', [2, 2, 1]),
  scenario('one run, a late request, two refusals', 'rollback', [1, 1, 2]),
  scenario('published again: a crash, a late request', TWO, [1, 1, 0], 'again'),
  scenario('published again: a crash, a refusal', TWO, [1, 0, 1], 'again'),
  scenario('published again: two rollbacks, a refusal', 'rollback rollback restore', [0, 0, 1], 'again'),
  scenario('another release listed: a crash, a late request', TWO, [1, 1, 0], 'other'),
];

export const DEEP = [
  ...DEFAULT,
  scenario('one run, two crashes, three late requests, two refusals', 'rollback', [2, 3, 2]),
  scenario('two runs, two crashes, two late requests', TWO, [2, 2, 0]),
  scenario('two runs, a crash, a late request, two refusals', TWO, [1, 1, 2]),
  scenario('two runs, a crash, two late requests, a refusal', TWO, [1, 2, 1]),
  scenario('three runs, two crashes, a late request', THREE, [2, 1, 0]),
  scenario('another release listed: three runs, two crashes', THREE, [2, 0, 0], 'other'),
  scenario('published again: three runs, two crashes', THREE, [2, 0, 0], 'again'),
  scenario('published again: a crash, a late request, a refusal', TWO, [1, 1, 1], 'again'),
];

/** What the protocol relies on, taken away: each must be seen to matter. */
export const ASSUMPTIONS = [
  scenario('a publisher that edits the index without a condition', TWO, [0, 0, 0], 'other', {
    blind: true,
  }),
  scenario('a publisher that puts over what is there', TWO, [0, 0, 0], 'again', {
    overwrites: true,
    only: "I2: 'done'",
  }),
  scenario('a publisher that puts the very same bytes again', TWO, [0, 0, 0], 'again', {
    overwrites: true,
    sameBytes: true,
  }),
];

/** For the mutations: a small one in which each is found. */
export const mutant = (runs, bounds, publisher) => scenario('', runs, bounds, publisher);
