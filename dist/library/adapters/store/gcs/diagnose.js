import { RollbackError } from '../../../domain/errors.js';
import { BACKUPS } from '../../../domain/keys.js';
import { inWords, notHeld } from '../remote/requirements.js';
import { MOST_SKEW } from '../remote/store-clock.js';
import { bucketSettings, duration, lifecycle, settingsWarnings, } from './bucket-settings.js';
import { foldersDenied } from './folders.js';
import { accessListWarnings, deniedAt, missingPermissions } from './permissions.js';
import { publicReadability } from './public-readability.js';
/** Everything that `doctor` can find out without touching a release; each look stands for itself. */
export async function diagnose(inspection) {
    const { api, names } = inspection.parts;
    const findings = [];
    const look = async (name, at) => {
        try {
            findings.push(...[await at()].flat());
            return true;
        }
        catch (thrown) {
            findings.push(failed(name, thrown));
            return false;
        }
    };
    let settings;
    const reached = await look('bucket', async () => {
        settings = await bucketSettings(api, names);
        return bucketFinding(settings, inspection);
    });
    if (!reached)
        return findings;
    await look('permissions', () => permissions(inspection, settings));
    await look('conditions', () => conditions(inspection));
    if (settings !== undefined) {
        const seen = settings;
        await look('settings', async () => keeping(seen, inspection));
        await look('access lists', () => accessLists(seen, inspection));
    }
    await look('public access', async () => publicReadability(api, names, await anyBackup(inspection)));
    await look('clock', async () => clock(inspection));
    return findings;
}
async function anyBackup({ parts }) {
    for await (const { key } of parts.subject.list(BACKUPS, { limit: 1 }))
        return key;
    return undefined;
}
function failed(name, thrown) {
    const known = thrown instanceof RollbackError;
    const detail = thrown instanceof Error ? [thrown.message, ...(known ? thrown.details : [])].join('; ') : String(thrown);
    return { name, result: 'failed', detail, advice: known ? thrown.advice : '' };
}
const ok = (name, detail) => ({ name, result: 'ok', detail, advice: '' });
const warning = (name, detail, advice = '') => ({
    name,
    result: 'warning',
    detail,
    advice,
});
function bucketFinding(settings, { parts }) {
    if (settings !== undefined)
        return ok('bucket', `${parts.names.keys.location} answers, and its settings can be seen`);
    return warning('bucket', `The settings of gs://${parts.names.bucket} can't be seen`, 'Grant storage.buckets.get (e.g. by roles/storage.bucketViewer) to have retention and lifecycle looked at.');
}
async function permissions({ parts }, settings) {
    const { api, names } = parts;
    const missing = await missingPermissions(api, names);
    if (missing === undefined) {
        return {
            name: 'permissions',
            result: 'skipped',
            detail: 'This server has no test of permissions',
            advice: '',
        };
    }
    const denied = [...(await deniedAt(parts, missing, BACKUPS)), ...(await foldersDenied(parts, settings))];
    if (denied.length > 0) {
        const what = denied.join(', ');
        return {
            name: 'permissions',
            result: 'failed',
            detail: `Not granted: ${what}`,
            advice: `Grant ${what} on the bucket or the prefix.`,
        };
    }
    return ok('permissions', 'Objects may be listed, read, created and removed');
}
async function conditions(inspection) {
    const { holds } = await inspection.probeAnew();
    const moves = inspection.method === 'move';
    const missing = notHeld(holds, { artifacts: true, copies: !moves });
    const held = missing.length === 0
        ? ok('conditions', 'Every condition that was sent was held')
        : {
            name: 'conditions',
            result: inspection.parts.singleWriter ? 'warning' : 'failed',
            detail: `Not held: ${inWords(missing)}`,
            advice: 'Use single-writer only where nobody else writes to the repository while a rollback runs.',
        };
    return [
        held,
        moves
            ? ok('moves', 'Artifacts are moved to the backup and back, one atomic request each')
            : warning('moves', 'Artifacts are copied to the backup and then removed: moves are not offered here or hold to no conditions'),
    ];
}
const KEPT = 'Rollbacks and restores are refused there: take it off the bucket, or keep releases in one without it.';
function keeping(settings, { parts }) {
    const warnings = settingsWarnings(settings, parts.names);
    const rules = lifecycle(settings, parts.names);
    const findings = warnings.map((detail) => rules.includes(detail)
        ? warning('lifecycle', detail, 'Limit the rule by matchesPrefix to what it is meant for; backups can be kept elsewhere, too (backup-prefix).')
        : { name: 'retention', result: 'failed', detail, advice: KEPT });
    if (findings.length === 0)
        findings.push(ok('retention and lifecycle', 'Nothing keeps objects from being removed, or deletes backups'));
    const kept = [];
    const seconds = Number(settings.softDeletePolicy?.retentionDurationSeconds ?? 0);
    if (seconds > 0)
        kept.push(`deleted objects can be brought back for ${duration(seconds)} (soft delete)`);
    if (settings.versioning?.enabled === true)
        kept.push('replaced and deleted objects stay as noncurrent versions');
    if (kept.length > 0)
        findings.push(ok('what stays', `Whoever may, still reads what was removed: ${kept.join('; ')}`));
    return findings;
}
async function accessLists(settings, { parts }) {
    if (settings.iamConfiguration?.uniformBucketLevelAccess?.enabled !== false) {
        return ok('access lists', 'Access is the same for all objects (uniform bucket-level access)');
    }
    const [missing] = await accessListWarnings(parts.api, parts.names, settings);
    if (missing !== undefined)
        return warning('access lists', missing, 'Grant roles/storage.objectAdmin, or turn uniform bucket-level access on.');
    return ok('access lists', 'Access lists of single objects go along with moves, and are put back where something is replaced or copied');
}
async function clock({ parts }) {
    await parts.now();
    const { skew } = parts.clock;
    if (skew === undefined)
        return { name: 'clock', result: 'skipped', detail: 'The server does not tell its time', advice: '' };
    const seconds = Math.round(skew / 1000);
    if (Math.abs(skew) <= MOST_SKEW)
        return ok('clock', `The store's clock is ${seconds} s ahead of ours`);
    return warning('clock', `The store's clock is ${seconds} s ahead of ours`, 'Let this machine set its clock by NTP.');
}
