import { z } from 'zod';
const text = z.string().optional();
const schema = z.object({
    ContentType: text,
    CacheControl: text,
    ContentDisposition: text,
    ContentEncoding: text,
    ContentLanguage: text,
    ExpiresString: text,
    WebsiteRedirectLocation: text,
    Metadata: z.record(z.string(), z.string()).optional(),
    ServerSideEncryption: text,
    SSEKMSKeyId: text,
    BucketKeyEnabled: z.boolean().optional(),
    StorageClass: text,
    TagCount: z.number().optional(),
});
/** Everything that a GET or HEAD tells and that has to survive a replacement. */
export function attributesOf(answer) {
    const encoding = (answer.ContentEncoding ?? '')
        .split(',')
        .map((each) => each.trim())
        .filter((each) => each !== '' && each !== 'aws-chunked')
        .join(',');
    const kept = {
        ContentType: answer.ContentType,
        CacheControl: answer.CacheControl,
        ContentDisposition: answer.ContentDisposition,
        ContentEncoding: encoding === '' ? undefined : encoding,
        ContentLanguage: answer.ContentLanguage,
        ExpiresString: answer.ExpiresString,
        WebsiteRedirectLocation: answer.WebsiteRedirectLocation,
        Metadata: answer.Metadata,
        ServerSideEncryption: answer.ServerSideEncryption,
        SSEKMSKeyId: answer.SSEKMSKeyId,
        BucketKeyEnabled: answer.BucketKeyEnabled,
        StorageClass: answer.StorageClass,
        TagCount: answer.TagCount,
    };
    return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
}
/** As a request gives them to the new object; tags stand elsewhere. */
export function carried(attributes) {
    const { ExpiresString: expires, TagCount: _, ...kept } = schema.parse(attributes);
    const date = expires === undefined ? undefined : new Date(expires);
    return {
        ...kept,
        // What is no date can't be sent by this SDK; caches treat it as expired either way.
        ...(date === undefined || Number.isNaN(date.getTime()) ? {} : { Expires: date }),
    };
}
export const hasTags = (attributes) => (schema.parse(attributes).TagCount ?? 0) > 0;
/** As browsers are to treat what we make ourselves. */
export function contentTypeOf(key) {
    const suffix = /\.[a-z0-9]+$/.exec(key)?.[0];
    // Records have names without a suffix.
    if (suffix === '.json' || /^\.rollback-log\//.test(key))
        return 'application/json';
    if (suffix === '.md')
        return 'text/markdown; charset=utf-8';
    if (suffix === '.txt')
        return 'text/plain; charset=utf-8';
    return 'application/octet-stream';
}
