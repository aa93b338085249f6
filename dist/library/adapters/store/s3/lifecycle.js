import { BACKUPS, LOG } from '../../../domain/keys.js';
import { isArchive } from './archive.js';
import { safeText } from './thrown.js';
/** Rules that would eat what a restore needs, in words with their name and days. */
export function lifecycleWarnings({ rules, versions, inBucket }) {
    const active = rules.filter(({ Status }) => Status === 'Enabled');
    const touching = (prefix) => active.filter((rule) => overlaps(prefixOf(rule), inBucket(prefix)));
    const [log, backups] = [touching(LOG), touching(BACKUPS)];
    // Of versions the manifests lie there, without which nothing is restored.
    const lost = versions
        ? "the manifests of backups: an older release can't be restored any more"
        : "backups: an older release can't be restored any more";
    const what = versions ? 'the manifests of backups' : 'backups';
    // What lies below our own folders is never replaced, so nothing there becomes noncurrent that a restore needs.
    const releases = touching('').filter((rule) => !prefixOf(rule).startsWith(inBucket(OURS)));
    return [
        ...log.flatMap((rule) => expiring(rule, 'the operation log, which must never lose a record')),
        ...(versions ? releases.flatMap((rule) => [...forgetting(rule), ...archivingVersions(rule)]) : []),
        ...backups.flatMap((rule) => expiring(rule, lost)),
        ...backups.flatMap((rule) => archiving(rule, what)),
        ...log.flatMap((rule) => archiving(rule, 'the operation log')),
    ];
}
/** Where each of our own folders begins. */
const OURS = '.rollback-';
function expiring(rule, what) {
    const { Days: days, Date: date } = rule.Expiration ?? {};
    if (days === undefined && date === undefined)
        return [];
    return [`Lifecycle rule ${nameOf(rule)} deletes ${what} (${when(days, date)})`];
}
const when = (days, date) => days === undefined && date !== undefined
    ? `on ${date.toISOString().slice(0, 10)}`
    : `after ${days ?? 0} days`;
function forgetting(rule) {
    const days = rule.NoncurrentVersionExpiration?.NoncurrentDays;
    if (days === undefined)
        return [];
    return [
        `Lifecycle rule ${nameOf(rule)} deletes versions that are not current after ${days} days: a release rolled back longer ago can't be restored any more`,
    ];
}
function archivingVersions(rule) {
    const found = rule.NoncurrentVersionTransitions?.find(({ StorageClass }) => isArchive(StorageClass));
    if (found === undefined)
        return [];
    return [
        `Lifecycle rule ${nameOf(rule)} archives versions that are not current (${found.StorageClass}, after ${found.NoncurrentDays ?? 0} days): a release rolled back longer ago has to be taken out of the archive before a restore`,
    ];
}
function archiving(rule, what) {
    const found = rule.Transitions?.find(({ StorageClass }) => isArchive(StorageClass));
    if (found === undefined)
        return [];
    return [
        `Lifecycle rule ${nameOf(rule)} archives ${what} (${found.StorageClass}, ${when(found.Days, found.Date)}): nothing there can be read until it is taken out of the archive`,
    ];
}
const nameOf = ({ ID }) => `'${safeText(ID ?? 'without a name')}'`;
const prefixOf = ({ Filter, Prefix }) => Filter?.Prefix ?? Filter?.And?.Prefix ?? Prefix ?? '';
const overlaps = (left, right) => left.startsWith(right) || right.startsWith(left);
