import { ListObjectVersionsCommand, } from '@aws-sdk/client-s3';
import { compareKeys, } from '../../../ports/object-store.js';
import { quoted } from './context.js';
import { revisionOf } from './etag.js';
import { infoOf } from './info.js';
import { brokenOff, decodeListed, ownKey } from './listed-key.js';
import { keepOrder } from './version-order.js';
/** Every version and marker below `prefix`, by key in UTF-8 order, newest first within a key. */
export async function* listVersions(context, prefix, see = () => { }) {
    for await (const { version, told } of pages(context, prefix)) {
        see(version, told);
        yield version;
    }
}
/** What a plain listing gives, with the version of each that is current. */
export async function* listCurrent(context, prefix, { limit = Number.POSITIVE_INFINITY }) {
    let left = limit;
    for await (const { version, told } of pages(context, prefix)) {
        if (left <= 0)
            return;
        if (!version.current || version.marker)
            continue;
        left -= 1;
        yield infoOf(version.key, told, version.version_id);
    }
}
async function* pages(context, prefix) {
    let from = {};
    for (;;) {
        const { page, order } = await askPage(context, prefix, from);
        yield* listedOf(context, page, order);
        if (page.IsTruncated !== true)
            return;
        const marker = decodeListed(page.NextKeyMarker ?? '', page.EncodingType);
        if (marker === undefined || marker === '')
            throw brokenOff(context, prefix);
        from = { KeyMarker: marker, VersionIdMarker: page.NextVersionIdMarker };
    }
}
async function askPage(context, prefix, from) {
    const doing = { what: `list the versions of ${quoted(prefix)}`, action: 's3:ListBucketVersions' };
    return context.caller.ask(doing, async (client, options) => {
        const command = new ListObjectVersionsCommand({
            Bucket: context.bucket,
            Prefix: context.keys.folderInBucket(prefix),
            MaxKeys: context.pageSize,
            EncodingType: 'url',
            OptionalObjectAttributes: ['RestoreStatus'],
            ...from,
        });
        const order = keepOrder(command);
        return { page: await client.send(command, options), order: order() };
    });
}
/**
 * The SDK tells versions and markers apart in two lists; `order` is how they stood in the answer. Those that it does not
 * name come last, and are put in their place by their times: one that is overlooked would count as gone.
 */
function listedOf(context, page, order) {
    const { Versions = [], DeleteMarkers = [] } = page;
    const versions = Versions.values();
    const markers = DeleteMarkers.values();
    const listed = [];
    const take = (told, marker) => {
        const key = told && ownKey(context, told.Key, page.EncodingType);
        if (told !== undefined && key !== undefined)
            listed.push({ told, version: storedVersion(key, told, marker) });
    };
    for (const kind of order)
        take((kind === 'Version' ? versions : markers).next().value, kind === 'DeleteMarker');
    for (const told of versions)
        take(told, false);
    for (const told of markers)
        take(told, true);
    return isNewestFirst(listed) ? listed : listed.sort(({ version: a }, { version: b }) => newestFirst(a, b));
}
/**
 * By key, and what is current before all else of its key: then the answer's order is S3's own, the only one that tells
 * two of the same second apart (and an upload in parts has the time at which it began).
 */
const isNewestFirst = (listed) => listed.every(({ version: { key, current } }, at) => {
    const before = listed[at - 1]?.version.key;
    return before === undefined || compareKeys(before, key) < (current ? 0 : 1);
});
/** For stores that list all versions before all markers: times are all there is. */
const newestFirst = (a, b) => compareKeys(a.key, b.key) || Number(b.current) - Number(a.current) || b.modified - a.modified;
function storedVersion(key, told, marker) {
    return {
        key,
        version_id: told.VersionId ?? 'null',
        current: told.IsLatest === true,
        marker,
        revision: revisionOf(told.ETag),
        size: told.Size ?? 0,
        modified: told.LastModified?.getTime() ?? 0,
    };
}
