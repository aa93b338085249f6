import { failure } from '../../../domain/errors.js';
const WORDS = {
    create_only: 'create a key only if it is absent',
    compare_and_swap: 'replace an object only if it is unchanged',
    conditional_delete: 'remove an object only if it is unchanged',
    conditional_batch_delete: 'remove objects of a batch only if they are unchanged',
    conditional_copy_source: 'copy an object only if it is unchanged',
    conditional_copy_target: 'copy only to an absent key',
    conditional_move: 'move an object only if it is unchanged, and only to an absent key',
};
/** In words, one per condition. */
export const inWords = (conditions) => conditions.map((condition) => WORDS[condition]).join('; ');
/** What an operation needs and the store does not hold. A batch that holds no conditions is done one by one. */
export function notHeld(holds, { artifacts, copies }) {
    const needed = ['create_only', 'compare_and_swap'];
    if (artifacts)
        needed.push('conditional_delete');
    if (artifacts && copies)
        needed.push('conditional_copy_source', 'conditional_copy_target');
    return needed.filter((condition) => !holds[condition]);
}
/** Throws BAD_INPUT unless a person answers for it that nobody else writes; then a warning says what was given up. */
export function judgeConditions(missing, location, singleWriter) {
    if (missing.length === 0)
        return [];
    const what = inWords(missing);
    if (singleWriter) {
        return [
            `${location} does not hold to conditions (${what}): with single-writer we look directly before each such request instead, and a writer in between would not be noticed`,
        ];
    }
    throw failure('BAD_INPUT', `The store of ${location} does not hold to conditions that all-or-nothing rests on`, {
        details: missing.map((condition) => `It can't ${WORDS[condition]}`),
        advice: 'If nobody else writes to this repository while a rollback or restore runs, set single-writer; otherwise use a store that honours conditional requests.',
    });
}
