/** Names inside a repository (DESIGN §1). All keys are relative to the repository, with '/'. */
export const INDEX_KEY = 'index.json';
export const INDEX_MARKDOWN_KEY = 'index.md';
export const INDEX_LOCK_KEY = 'index.json.lock';
export const BACKUPS = '.rollback-backups/';
export const LOG = '.rollback-log/';
export const WORK = '.rollback-work/';
export const BY_VERSION = `${LOG}by-version/`;
export const MANIFESTS = `${LOG}manifests/`;
/** What the store was found to be able to do. */
export const CAPABILITIES_KEY = `${LOG}capabilities.json`;
const HIGHEST = 99999999999999999999n;
const COUNTDOWN = /^[0-9]{20}$/;
/** Names count down, so that one short listing finds the newest record. */
export function countdown(sequence) {
    return (HIGHEST - BigInt(sequence)).toString();
}
/** The sequence behind a countdown name; undefined for any other name. */
export function sequenceOf(name) {
    if (!COUNTDOWN.test(name))
        return undefined;
    const sequence = Number(HIGHEST - BigInt(name));
    return Number.isSafeInteger(sequence) && sequence >= 1 ? sequence : undefined;
}
export const recordKey = (sequence) => LOG + countdown(sequence);
export const markersPrefix = (version) => `${BY_VERSION}${version}/`;
export const markerKey = (version, sequence) => markersPrefix(version) + countdown(sequence);
export const operationManifestKey = (operationId) => `${MANIFESTS}${operationId}.json`;
export const artifactsPrefix = (version) => `${version}/`;
/** `.rollback-backups/<version>-<YYYYMMDD_HHMMSS>-<8 hex>/`, time in UTC. */
export function backupPath(version, at, rollbackId) {
    const [date = '', time = ''] = at.toISOString().split('T');
    const stamp = `${date.replaceAll('-', '')}_${time.slice(0, 8).replaceAll(':', '')}`;
    return `${BACKUPS}${version}-${stamp}-${rollbackId}/`;
}
/** Whether this is the backup folder of a rollback: its id is the beginning of the operation's. */
export function backupOf(folder, version, operationId) {
    const [before, after] = [`${BACKUPS}${version}-`, `-${operationId.slice(0, 8)}/`];
    if (!folder.startsWith(before) || !folder.endsWith(after))
        return false;
    return /^[0-9]{8}_[0-9]{6}$/.test(folder.slice(before.length, -after.length));
}
/** Why an artifact path of an index entry leaves the version folder, or undefined when it stays inside. */
export function artifactPathProblem(version, path) {
    if (path.includes('\0'))
        return 'contains a NUL character';
    if (path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path))
        return 'is absolute';
    if (/(?:^|\/)\.\.?(?:\/|$)/.test(path))
        return "contains '.' or '..' as a folder";
    if (!path.startsWith(`${version}/`) || path.endsWith('/'))
        return `is not inside ${version}/`;
    return undefined;
}
/** The order of every listing: UTF-8 bytes, which UTF-16 units follow except that surrogates come last. */
export function compareKeys(a, b) {
    const shared = Math.min(a.length, b.length);
    for (let i = 0; i < shared; i += 1) {
        const x = a.charCodeAt(i);
        const y = b.charCodeAt(i);
        if (x === y)
            continue;
        const outsideBasicPlane = Number(isSurrogate(x)) - Number(isSurrogate(y));
        return outsideBasicPlane === 0 ? x - y : outsideBasicPlane;
    }
    return a.length - b.length;
}
const isSurrogate = (unit) => unit >= 0xd800 && unit <= 0xdfff;
