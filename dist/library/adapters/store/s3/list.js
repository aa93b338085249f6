import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { compareKeys } from '../../../ports/object-store.js';
import { folderInfo } from '../remote/list-repository.js';
import { quoted } from './context.js';
import { infoOf } from './info.js';
import { brokenOff, ownKey } from './listed-key.js';
/** ListObjectsV2, page by page: S3's order is that of the UTF-8 bytes already. */
export async function* listObjects(context, prefix, { limit = Number.POSITIVE_INFINITY, shallow = false }) {
    let left = limit;
    let token;
    while (left > 0) {
        const page = await askPage(context, prefix, { shallow, size: Math.min(context.pageSize, left), token });
        for (const info of infosOf(context, page)) {
            if (shallow && info.key === prefix)
                continue;
            left -= 1;
            yield info;
            if (left <= 0)
                return;
        }
        if (page.IsTruncated !== true)
            return;
        token = page.NextContinuationToken;
        if (token === undefined)
            throw brokenOff(context, prefix);
    }
}
function askPage(context, prefix, { shallow, size, token }) {
    const place = context.keys.folderInBucket(prefix);
    const command = {
        Bucket: context.bucket,
        Prefix: place,
        MaxKeys: size,
        // Keys may hold what XML can't.
        EncodingType: 'url',
        ContinuationToken: token,
        ...(shallow ? { Delimiter: '/' } : {}),
        // The folder itself is no name below it.
        ...(shallow && place !== '' && token === undefined ? { StartAfter: place } : {}),
    };
    const doing = { what: `list ${quoted(prefix)}`, action: 's3:ListBucket', key: prefix };
    return context.caller.ask(doing, (client, options) => client.send(new ListObjectsV2Command(command), options));
}
function infosOf(context, page) {
    const objects = [];
    for (const told of page.Contents ?? []) {
        const key = ownKey(context, told.Key, page.EncodingType);
        if (key !== undefined)
            objects.push(infoOf(key, told));
    }
    if (page.CommonPrefixes === undefined)
        return objects;
    for (const { Prefix } of page.CommonPrefixes) {
        const key = ownKey(context, Prefix, page.EncodingType);
        if (key !== undefined)
            objects.push(folderInfo(key));
    }
    return objects.sort((a, b) => compareKeys(a.key, b.key));
}
