import { RollbackError } from '../../../domain/errors.js';
import { BACKUPS, LOG } from '../../../domain/keys.js';
import { jsonOf } from './json-api.js';
const FIELDS = 'storageClass,retentionPolicy,softDeletePolicy,versioning,lifecycle,defaultEventBasedHold,iamConfiguration,encryption,hierarchicalNamespace';
/** One request; undefined when we may not see them. Throws NO_REPOSITORY when there is no such bucket. */
export async function bucketSettings(api, names) {
    const subject = {
        doing: 'looking at',
        bucket: names.bucket,
        key: '',
        permissions: ['storage.buckets.get'],
    };
    try {
        const request = { method: 'GET', path: names.bucketPath(), query: { fields: FIELDS }, subject };
        return jsonOf(await api.read(request));
    }
    catch (thrown) {
        if (thrown instanceof RollbackError && ['PERMISSION', 'STEP_FAILED'].includes(thrown.code))
            return undefined;
        throw thrown;
    }
}
export const UNSEEN = "The bucket's settings can't be seen (storage.buckets.get): a retention policy, or a lifecycle rule that would " +
    'delete backups, would not be noticed';
/** What there is to know before artifacts are taken out or put back, in words. */
export function settingsWarnings(settings, names) {
    return [...keepsEverything(settings), ...lifecycle(settings, names)];
}
/** Why the bucket lets no new object go, in words. */
export function keepsEverything(settings) {
    return [retention(settings), eventBasedHold(settings)].filter((reason) => reason !== undefined);
}
export function retention({ retentionPolicy }) {
    const seconds = Number(retentionPolicy?.retentionPeriod ?? 0);
    if (seconds === 0)
        return undefined;
    return `The bucket keeps every object for ${duration(seconds)} (retention policy): what is younger can be neither removed nor replaced, index.json included, and a backup can't be moved back before that`;
}
function eventBasedHold({ defaultEventBasedHold }) {
    return defaultEventBasedHold === true
        ? 'The bucket places an event-based hold on every new object: neither index.json nor a backup could be changed again'
        : undefined;
}
const HARM = [
    [BACKUPS, 'a backup could be gone when it is wanted'],
    [LOG, 'the log must never lose a record'],
];
/** Rules that would delete live backups, or the log. */
export function lifecycle({ lifecycle: rules }, { keys }) {
    const deleting = (rules?.rule ?? [])
        .filter(({ action }) => action?.type === 'Delete')
        .map(({ condition = {} }) => condition)
        .filter(meetsLive);
    return HARM.flatMap(([ours, harm]) => {
        const folder = keys.folderInBucket(ours);
        return deleting
            .filter((condition) => meets(condition, folder))
            .map((condition) => `A lifecycle rule of the bucket deletes objects below ${folder} (${inWords(condition)}): ${harm}`);
    });
}
/** A rule for noncurrent versions only leaves live objects alone. */
const NONCURRENT = ['numNewerVersions', 'daysSinceNoncurrentTime', 'noncurrentTimeBefore'];
const meetsLive = (condition) => condition.isLive !== false && !NONCURRENT.some((name) => Number(condition[name] ?? 0) !== 0);
function meets({ matchesPrefix }, folder) {
    if (matchesPrefix === undefined || matchesPrefix.length === 0)
        return true;
    return matchesPrefix.some((prefix) => prefix.startsWith(folder) || folder.startsWith(prefix));
}
function inWords(condition) {
    const parts = Object.entries(condition).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
    return parts.length === 0 ? 'any' : parts.join(', ');
}
export function duration(seconds) {
    const [count, unit] = seconds >= 86_400 ? [seconds / 86_400, 'days'] : [seconds, 'seconds'];
    return `${Number(count.toFixed(1))} ${unit}`;
}
