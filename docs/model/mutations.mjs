// The protocol with one thing wrong. The checker must find a violation for each, or it proves nothing.
import { mutant } from './scenarios.mjs';

const TWO = 'rollback restore';
const THREE = 'rollback restore rollback';

/**
 * `only`: the invariant that is looked at, where a lesser one would be violated sooner.
 * @type {readonly { flaw: string, what: string, scenario: import('./scenarios.mjs').Scenario, only?: string }[]}
 */
export const MUTATIONS = [
  ['remove-before-index', 'artifacts removed before the index edit', 'rollback', [0, 0, 0]],
  ['list-before-artifacts', 'listed again before the artifacts are back', TWO, [0, 0, 0]],
  ['commit-before-backup', 'commit before the backup is made', 'rollback', [0, 0, 0]],
  ['close-without-marker', 'closed without a marker', 'rollback', [0, 0, 0]],
  ['unknown-is-success', 'an answer that was lost is taken for success', 'rollback', [0, 1, 0]],
  ['takeover-without-fence', 'takeover without a fence', TWO, [1, 1, 0], undefined, 'I1'],
  ['close-without-fence', 'close without a fence after a lost answer', THREE, [0, 1, 0]],
  ['revert-without-fence', 'revert without a fence', 'rollback', [0, 1, 1]],
  ['abort-without-fence', 'abort without a fence after a lost answer', 'rollback', [0, 1, 1]],
  ['abandon-without-fence', 'giving up without a fence', 'rollback', [0, 1, 2]],
  [
    'index-edit-forgotten',
    'a lost answer to an index edit does not count for the fence',
    'rollback',
    [0, 1, 1],
  ],
  ['marker-forgotten', 'a lost answer to a marker does not count for the fence', 'rollback', [0, 1, 1]],
  [
    'refusal-settles-an-append',
    'a refused record is believed absent, though it was sent before',
    'rollback',
    [1, 1, 1],
  ],
  ['no-guard', 'a holder does not check its silence', TWO, [1, 0, 0], undefined, 'I1'],
  ['late-beyond-the-fence', 'requests land after any fence', TWO, [1, 1, 0], undefined, 'I1'],
  ['record-overwrites', 'records are not create-only', 'rollback rollback', [0, 0, 0]],
  ['index-unconditional', 'the index is written without a condition', 'rollback', [0, 0, 0], 'other'],
  ['index-bytes-repeat', 'bytes of the index may repeat', THREE, [1, 1, 0]],
  ['remove-unconditional', 'artifacts are deleted without a condition', 'rollback', [0, 1, 0], 'again'],
  ['put-overwrites', 'artifacts are put back over what is there', TWO, [0, 0, 0], 'again'],
  ['fresh-listing', 'a recovery acts on a fresh listing', 'rollback', [1, 0, 0], 'again'],
  [
    'republished-taken-for-untouched',
    'all removed and published again is taken for untouched',
    'rollback',
    [0, 0, 0],
    'again',
  ],
  [
    'relisted-over-foreign-bytes',
    "a revert lists its entry over another's bytes",
    'rollback',
    [0, 0, 1],
    'again',
  ],
].map(([flaw, what, runs, bounds, publisher, only]) => ({
  flaw,
  what,
  scenario: mutant(runs, bounds, publisher),
  only,
}));
