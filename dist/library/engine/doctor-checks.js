import { failure } from '../domain/errors.js';
import { isOurLock, LONGEST_LOCK } from '../domain/index/mod.js';
import { INDEX_KEY, INDEX_LOCK_KEY, WORK } from '../domain/keys.js';
import { holderName, isDead } from './acquire.js';
import { OperationLog } from './log/operation-log.js';
import { latestOf, readIndex } from './publication.js';
/** In this order; `repository` first, for it says whether the others of the store make sense. */
export const DOCTOR_CHECKS = [
    { name: 'repository', ofStore: true, look: lookAtRepository },
    { name: 'index', ofStore: true, look: lookAtIndex },
    { name: 'log', ofStore: true, look: lookAtLog },
    { name: 'leftovers', ofStore: true, look: lookForLeftovers },
    { name: 'output folders', ofStore: false, look: lookAtFolders },
    { name: 'signing key', ofStore: false, look: lookAtKey },
];
const MOST_NAMES = 5;
async function lookAtRepository({ store }) {
    const warnings = await store.inspect({ forWriting: true });
    await store.demandRoom?.();
    if (warnings.length > 0)
        return { result: 'warning', detail: warnings.join('; ') };
    return { result: 'ok', detail: 'it is there, and what a rollback needs is permitted' };
}
async function lookAtIndex({ store, clock }) {
    const reading = await readIndex(store, clock);
    if (reading.state === 'missing') {
        throw failure('POLICY_VIOLATION', `${INDEX_KEY} is missing`, {
            advice: 'Check that this is the place where releases are published; only its publisher makes the index.',
        });
    }
    if (reading.state === 'broken') {
        throw failure('POLICY_VIOLATION', `${INDEX_KEY} is not a usable index: ${reading.reason}`, {
            advice: 'Have its publisher write it again; a broken index is never edited.',
        });
    }
    return judgeIndex(reading.doc);
}
function judgeIndex(doc) {
    const { entries } = doc;
    const versions = entries.map(({ version }) => version);
    const twice = versions.filter((version, i) => versions.indexOf(version) !== i);
    const total = doc.totalReleases;
    const problems = [
        ...[...new Set(twice)].map((version) => `${version} is listed more than once`),
        ...(total !== undefined && total.value !== entries.length
            ? [`total_releases is not the number of releases, ${entries.length}`]
            : []),
    ];
    const latest = latestOf(doc);
    const detail = `${entries.length} releases, latest ${latest === '' ? 'none' : latest}`;
    if (problems.length === 0)
        return { result: 'ok', detail };
    return {
        result: 'warning',
        detail: [detail, ...problems].join('; '),
        advice: 'In strict mode these are violations (41); have the publisher mend the index.',
    };
}
async function lookAtLog(context) {
    const log = new OperationLog(context.store);
    const head = await log.head();
    if (head === undefined)
        return { result: 'ok', detail: 'there is none yet; the first rollback begins it' };
    await log.link(head);
    const { open, sequence } = head.record;
    if (open === null)
        return { result: 'ok', detail: `${sequence} records, its end is whole, nothing is open` };
    const what = `the ${open.operation} of ${open.version} is open since ${open.began}`;
    if (!(await isDead(context, head))) {
        return { result: 'warning', detail: `${what}, and ${holderName(head)} is at it`, advice: 'Wait for it.' };
    }
    return {
        result: 'warning',
        detail: `${what}, and its run is dead`,
        advice: 'Run `release-rollback recover`, or leave it to the next rollback.',
    };
}
/** What is there though nothing, or something else, is open. */
async function lookForLeftovers({ store }) {
    const open = await openOperationId(store);
    const found = [];
    for await (const { key } of store.list(WORK, { shallow: true, limit: 100 })) {
        const own = open !== undefined && key.startsWith(`${WORK}${open}-`);
        if (key !== WORK && !own)
            found.push(key);
    }
    const advice = found.length > 0 ? ['Run `release-rollback recover`: it removes what nobody needs any more.'] : [];
    const lock = open === undefined ? await lockOf(store) : undefined;
    if (lock !== undefined) {
        found.push(INDEX_LOCK_KEY);
        advice.push(LOCK_ADVICE[lock]);
    }
    if (found.length === 0)
        return { result: 'ok', detail: 'no operation left anything behind' };
    const more = found.length > MOST_NAMES ? ` and ${found.length - MOST_NAMES} more` : '';
    return {
        result: 'warning',
        detail: `${found.slice(0, MOST_NAMES).join(', ')}${more}`,
        advice: advice.join(' '),
    };
}
const LOCK_ADVICE = {
    ours: `${INDEX_LOCK_KEY} is our own, left by a dead run: the next rollback or restore removes it.`,
    foreign: `${INDEX_LOCK_KEY} is a publisher's: make sure that none is at work before you remove it.`,
};
/** Whose lock there is. A folder, a link, or what can't be read is no lock of ours. */
async function lockOf(store) {
    const found = await store.head(INDEX_LOCK_KEY);
    if (found === undefined)
        return undefined;
    if (found.size > LONGEST_LOCK)
        return 'foreign';
    const stored = await store.read(INDEX_LOCK_KEY).catch(() => undefined);
    return stored !== undefined && isOurLock(new TextDecoder().decode(stored.body)) ? 'ours' : 'foreign';
}
/** A log that can't be read is told by its own check. */
async function openOperationId(store) {
    const head = await new OperationLog(store).head().catch(() => undefined);
    return head?.record.open?.operation_id;
}
async function lookAtFolders({ evidence }) {
    const { manifest, audit } = evidence.writes;
    if (!manifest && !audit)
        return { result: 'skipped', detail: 'none is given' };
    await evidence.prepare('');
    return { result: 'ok', detail: 'they can be written' };
}
async function lookAtKey({ signer }) {
    if (signer === undefined)
        return { result: 'skipped', detail: 'signing is not asked for' };
    const told = await signer.prepare();
    const notes = signer.notes ?? [];
    const warnings = told.filter((each) => !notes.includes(each));
    return {
        result: warnings.length > 0 ? 'warning' : 'ok',
        detail: ['it can sign', ...warnings, ...notes].join('; '),
    };
}
