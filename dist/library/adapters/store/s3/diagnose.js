import { RollbackError } from '../../../domain/errors.js';
import { BACKUPS, WORK } from '../../../domain/keys.js';
import { inWords, notHeld } from '../remote/requirements.js';
import { listVersions } from './list-versions.js';
import { publicFinding } from './public-access.js';
import { askVersioning } from './settings.js';
import { settingFindings } from './settings-findings.js';
/** Everything that `doctor` looks at, in this order. */
export async function diagnose(parts) {
    let hopeless = false;
    const reach = await told('reach', () => reachFinding(parts), ({ code }) => {
        // Without the bucket all else would say the same again; without one permission it would not.
        hopeless = code !== 'PERMISSION';
    });
    if (hopeless)
        return [reach];
    const versioning = await askVersioning(parts.context).catch(() => undefined);
    return [
        reach,
        await told('conditions', () => conditionsFinding(parts, versioning)),
        await told('versions', () => versionsFinding(parts, versioning)),
        ...(await settingFindings(parts.context, versioning)),
        await told('public access', () => publicFinding(parts, versioning)),
        clockFinding(parts.skew()),
    ];
}
/** What a look threw is what was found. */
async function told(name, look, failed = () => { }) {
    try {
        return await look();
    }
    catch (thrown) {
        if (!(thrown instanceof RollbackError))
            throw thrown;
        failed(thrown);
        const detail = [thrown.message, ...thrown.details].join('; ');
        return { name, result: 'failed', detail, advice: thrown.advice };
    }
}
/** A request that takes longer makes a release of many objects slow. */
const SLOW = 2000;
async function reachFinding({ context, list, monotonic }) {
    const began = monotonic();
    for await (const _ of list(''))
        break;
    const took = Math.round(monotonic() - began);
    const slow = took > SLOW;
    return {
        name: 'reach',
        result: slow ? 'warning' : 'ok',
        detail: `${context.keys.location} answers; a listing took ${took} ms`,
        advice: slow ? 'Run nearer to the bucket: every object costs one request or two.' : '',
    };
}
/** As a rollback would judge it: what it can do without is no failure. */
async function conditionsFinding({ context, probe, singleWriter }, versioning) {
    const { holds, probed_at, judges_absent_deletes: judges } = await probe();
    const name = 'conditions';
    const missing = Object.keys(holds).filter((condition) => !holds[condition]);
    if (missing.length === 0 && judges === false) {
        const detail = `${context.keys.location} holds to every condition, but for a delete of what is not there: that places a marker`;
        return { name, result: 'warning', detail, advice: UNTRIED };
    }
    if (missing.length === 0) {
        const detail = `${context.keys.location} may be read, written and deleted, and holds to every condition (${probed_at})`;
        return { name, result: 'ok', detail, advice: '' };
    }
    const needed = notHeld(holds, { artifacts: true, copies: versioning !== 'Enabled' });
    const detail = `The store can't: ${inWords(missing)}`;
    if (needed.length > 0)
        return { name, ...unmet(singleWriter), detail };
    return { name, result: 'warning', detail, advice: needless(missing) };
}
const UNTRIED = 'Nothing is deleted that should not be. But see to s3:DeleteObject below the prefix: before a rollback it can not be tried.';
const unmet = (singleWriter) => singleWriter
    ? {
        result: 'warning',
        advice: 'With single-writer we look before each request instead: see that nobody else writes.',
    }
    : {
        result: 'failed',
        advice: 'Use a store that honours conditional requests, or single-writer if nobody else ever writes.',
    };
const needless = (missing) => missing.includes('conditional_batch_delete')
    ? 'Objects are removed one by one: slower, and just as safe.'
    : 'Nothing is copied while the bucket keeps versions: leave versioning enabled.';
async function versionsFinding({ context, keeper }, versioning) {
    const name = 'versions';
    if (versioning !== 'Enabled') {
        const detail = 'The bucket keeps no versions: backups are copies';
        return { name, result: 'skipped', detail, advice: '' };
    }
    for await (const _ of listVersions(context, BACKUPS))
        break;
    await keeper.demandUnhide(WORK);
    const detail = 'The versions of objects may be listed, and delete markers taken away';
    return { name, result: 'ok', detail, advice: '' };
}
const MOST_SKEW = 60_000;
function clockFinding(skew) {
    const name = 'clock';
    if (skew === undefined)
        return { name, result: 'skipped', detail: 'The store does not tell its time', advice: '' };
    const seconds = Math.round(Math.abs(skew) / 1000);
    const off = Math.abs(skew) > MOST_SKEW;
    return {
        name,
        result: off ? 'warning' : 'ok',
        detail: `This clock is ${seconds} s ${skew > 0 ? 'behind' : 'ahead of'} the store's`,
        advice: off ? 'Set this clock right: from 15 minutes on, S3 refuses every request.' : '',
    };
}
