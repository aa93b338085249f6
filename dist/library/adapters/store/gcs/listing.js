import { BACKUPS } from '../../../domain/keys.js';
import { compareKeys } from '../../../ports/object-store.js';
import { folderInfo } from '../remote/list-repository.js';
import { jsonOf } from './json-api.js';
import { infoOf, LIST_FIELDS } from './resource.js';
/** Names in one answer, at most: cloud.google.com/storage/docs/json_api/v1/objects/list. */
const PAGE = 1000;
/** What is below one prefix of the repository's keys, in one place of the bucket. */
export async function* listPlace(lister, prefix, options) {
    let left = options.limit ?? Number.POSITIVE_INFINITY;
    let token;
    while (left > 0) {
        const page = await pageOf(lister, prefix, options, Math.min(left, PAGE), token);
        // Not every server counts the folders among its results.
        for (const info of infosOf(lister, prefix, options, page).slice(0, left)) {
            yield info;
            left -= 1;
        }
        token = page.nextPageToken;
        if (token === undefined || token === '')
            return;
    }
}
async function pageOf({ api, names }, prefix, { shallow }, maxResults, pageToken) {
    const folder = names.keys.folderInBucket(prefix);
    const answer = await api.readJoined({
        method: 'GET',
        path: names.bucketPath('/o'),
        query: {
            prefix: folder === '' ? undefined : folder,
            delimiter: shallow === true ? '/' : undefined,
            maxResults,
            pageToken,
            fields: LIST_FIELDS,
        },
        subject: { doing: 'listing', bucket: names.bucket, key: prefix, permissions: ['storage.objects.list'] },
    });
    return jsonOf(answer);
}
/** Objects and folders of a page in one order; what is none of ours is left out. */
function infosOf(lister, prefix, { shallow }, page) {
    const infos = [];
    for (const resource of page.items ?? []) {
        const key = keyOf(lister.names, prefix, resource.name);
        if (key === undefined || (shallow === true && key === prefix))
            continue;
        const info = infoOf(key, resource);
        lister.seen(info, resource);
        infos.push(info);
    }
    if (page.prefixes === undefined)
        return infos;
    for (const name of page.prefixes) {
        const key = keyOf(lister.names, prefix, name);
        if (key !== undefined)
            infos.push(folderInfo(key));
    }
    return infos.sort((a, b) => compareKeys(a.key, b.key));
}
function keyOf({ keys }, prefix, name) {
    const parsed = keys.parse(name ?? '');
    if (!('key' in parsed) || !parsed.key.startsWith(prefix))
        return undefined;
    // Backups that lie elsewhere are listed from there, also when that is within the repository.
    const twice = keys.backupsElsewhere && parsed.key.startsWith(BACKUPS) && !prefix.startsWith(BACKUPS);
    return twice ? undefined : parsed.key;
}
