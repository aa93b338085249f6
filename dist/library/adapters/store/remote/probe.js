import { failure, RollbackError } from '../../../domain/errors.js';
import { WORK } from '../../../domain/keys.js';
import { ConflictError, compareKeys, isUnanswered, } from '../../../ports/object-store.js';
/**
 * Tries each condition, right and wrong, on keys of its own below `.rollback-work/probe-<id>/`, and removes them again.
 * Throws PERMISSION naming what is not allowed, and UNREACHABLE when an answer did not come: then nothing was learned.
 */
export async function probe(subject, id) {
    const folder = `${WORK}probe-${id}/`;
    try {
        return await tryAll(subject, folder);
    }
    finally {
        await clear(subject, folder);
    }
}
/** A probe is over in seconds; older objects are of one that died, or was not allowed to clear. Milliseconds. */
const STALE_AFTER = 3_600_000;
const OF_A_PROBE = new RegExp(`^${WORK.replaceAll('.', '\\.')}probe-[0-9a-f-]{36}/`);
/** Removes what probes that died left behind; `now` by the store's clock. What refuses is left for the next. */
export async function clearStale(subject, now) {
    try {
        for await (const { key, revision, modified } of subject.list(WORK)) {
            if (OF_A_PROBE.test(key) && (await now()) - modified > STALE_AFTER)
                await ends(subject.remove(key, revision));
        }
    }
    catch (thrown) {
        if (!(thrown instanceof RollbackError))
            throw thrown;
    }
}
async function tryAll(subject, folder) {
    const key = `${folder}object`;
    const first = await subject.put(key, text('first'), 'absent');
    const again = await ends(subject.put(key, text('second, of another size'), 'absent'));
    const swap = await trySwap(subject, folder, again.value ?? first);
    const stale = swap.current === first ? NEVER : first;
    const copies = await tryCopies(subject, folder, { key, revision: swap.current }, stale);
    const moves = await tryMoves(subject, folder, stale);
    const batch = await tryBatch(subject, folder, stale);
    await demandOrder(subject, folder);
    const late = await ends(subject.remove(key, stale));
    const right = await ends(subject.remove(key, swap.current));
    return {
        holds: {
            create_only: again.end === 'refused',
            compare_and_swap: swap.holds,
            conditional_delete: late.end === 'refused' && right.end === 'done',
            conditional_batch_delete: batch.holds,
            ...copies,
            ...moves,
        },
        batch_delete: batch.works,
    };
}
/** A revision that no object has, where none can be had that once was the right one. */
const NEVER = 'ffffffffffffffffffffffffffffffff';
/** Names that a listing by time of writing, by length or by hash would have in another order. */
const OUT_OF_ORDER = ['order/b', 'order/a', 'order/c/d', 'order/ab'];
/** Throws BAD_INPUT where listings are in no order: the newest record of the log is the first that is listed. */
async function demandOrder(subject, folder) {
    for (const name of OUT_OF_ORDER)
        await subject.put(folder + name, text(name), 'absent');
    const listed = [];
    for await (const { key } of subject.list(folder))
        listed.push(key);
    const missing = OUT_OF_ORDER.filter((name) => !listed.includes(folder + name));
    const problem = missing.length > 0 ? 'lacks what was just written' : 'is in no order';
    const ordered = listed.every((key, at) => at === 0 || compareKeys(listed[at - 1] ?? '', key) < 0);
    if (missing.length === 0 && ordered)
        return;
    throw failure('BAD_INPUT', `A listing of this store ${problem}: the newest record of the log could not be found`, {
        advice: 'Use a store whose listings are current and in the order of keys, as those of S3 and GCS buckets are.',
    });
}
async function trySwap(subject, folder, before) {
    const swap = (name, body) => ends(subject.put(folder + name, text(body), { unchangedSince: before }));
    const right = await swap('object', 'the third');
    const late = await swap('object', 'a fourth that comes late');
    const absent = await swap('nothing', 'nothing was here');
    return {
        holds: right.end === 'done' && late.end === 'refused' && absent.end === 'refused',
        current: late.value ?? right.value ?? before,
    };
}
async function tryCopies(subject, folder, source, stale) {
    const copy = (revision, to) => ends(subject.copy({ key: source.key, revision, size: 'the third'.length }, folder + to));
    const late = await copy(stale, 'copy-of-old');
    const right = await copy(source.revision, 'copy');
    const again = await copy(source.revision, 'copy');
    return {
        conditional_copy_source: right.end === 'done' && late.end === 'refused',
        conditional_copy_target: right.end === 'done' && again.end === 'refused',
    };
}
async function tryMoves(subject, folder, stale) {
    const { mover } = subject;
    if (mover === undefined)
        return {};
    const [from, taken] = [`${folder}move`, `${folder}move-target`];
    const revision = await subject.put(from, text('on the move'), 'absent');
    await subject.put(taken, text('taken'), 'absent');
    const late = await ends(mover.move(from, stale, `${folder}move-of-old`));
    const onto = await ends(mover.move(from, revision, taken));
    const right = await ends(mover.move(from, revision, `${folder}moved`));
    return { conditional_move: late.end === 'refused' && onto.end === 'refused' && right.end === 'done' };
}
async function tryBatch(subject, folder, stale) {
    if (subject.batch === undefined)
        return { holds: false, works: false };
    const [wrong, right] = [`${folder}batch-wrong`, `${folder}batch-right`];
    await subject.put(wrong, text('wrong'), 'absent');
    const revision = await subject.put(right, text('right'), 'absent');
    const objects = [
        { key: right, revision },
        { key: wrong, revision: stale },
    ];
    const answers = (await ends(subject.batch.remove(objects))).value ?? [];
    const result = (key) => answers.find((answer) => answer.key === key)?.result;
    return {
        holds: result(right) === 'gone' && result(wrong) === 'changed',
        works: [right, wrong].some((key) => result(key) === 'gone'),
    };
}
async function ends(request) {
    try {
        return { end: 'done', value: await request };
    }
    catch (thrown) {
        if (thrown instanceof ConflictError)
            return { end: 'refused' };
        if (!(thrown instanceof RollbackError) || isUnanswered(thrown) || isDenied(thrown))
            throw thrown;
        return { end: 'unknown' };
    }
}
const isDenied = (thrown) => thrown instanceof RollbackError && (thrown.code === 'PERMISSION' || thrown.code === 'NO_REPOSITORY');
/** What can't be cleared is small, and lies in a folder that nothing else looks at. */
async function clear(subject, folder) {
    try {
        for await (const { key, revision } of subject.list(folder))
            await ends(subject.remove(key, revision));
    }
    catch (thrown) {
        if (!(thrown instanceof RollbackError))
            throw thrown;
    }
}
const text = (words) => new TextEncoder().encode(words);
