import { BACKUPS, LOG } from '../../../domain/keys.js';
import { safeText } from './thrown.js';
/** Rules that would eat what a restore needs, in words with their name and days. */
export function lifecycleWarnings({ rules, versions, inBucket }) {
    const active = rules.filter(({ Status }) => Status === 'Enabled');
    const touching = (prefix) => active.filter((rule) => overlaps(prefixOf(rule), inBucket(prefix)));
    const warnings = touching(LOG).flatMap((rule) => expiring(rule, 'the operation log, which must never lose a record'));
    if (versions)
        return [...warnings, ...touching('').flatMap(forgetting)];
    const backups = touching(BACKUPS);
    return [
        ...warnings,
        ...backups.flatMap((rule) => expiring(rule, "backups: an older release can't be restored any more")),
        ...backups.flatMap(archiving),
    ];
}
function expiring(rule, what) {
    const { Days: days, Date: date } = rule.Expiration ?? {};
    if (days === undefined && date === undefined)
        return [];
    const when = days === undefined ? `on ${date?.toISOString().slice(0, 10)}` : `after ${days} days`;
    return [`Lifecycle rule ${nameOf(rule)} deletes ${what} (${when})`];
}
function forgetting(rule) {
    const days = rule.NoncurrentVersionExpiration?.NoncurrentDays;
    if (days === undefined)
        return [];
    return [
        `Lifecycle rule ${nameOf(rule)} deletes versions that are not current after ${days} days: a release rolled back longer ago can't be restored any more`,
    ];
}
const ARCHIVES = new Set(['GLACIER', 'DEEP_ARCHIVE']);
function archiving(rule) {
    const found = rule.Transitions?.find(({ StorageClass }) => ARCHIVES.has(StorageClass ?? ''));
    if (found === undefined)
        return [];
    return [
        `Lifecycle rule ${nameOf(rule)} archives backups (${found.StorageClass}, after ${found.Days ?? 0} days): they have to be taken out of the archive before a restore`,
    ];
}
const nameOf = ({ ID }) => `'${safeText(ID ?? 'without a name')}'`;
const prefixOf = ({ Filter, Prefix }) => Filter?.Prefix ?? Filter?.And?.Prefix ?? Prefix ?? '';
const overlaps = (left, right) => left.startsWith(right) || right.startsWith(left);
