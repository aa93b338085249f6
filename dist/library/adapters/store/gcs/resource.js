import { UnansweredError } from '../../../ports/object-store.js';
const FIELDS = 'name,generation,size,crc32c,md5Hash,timeCreated,storageClass';
/** What keeps an object where it is. */
const HOLDS = 'eventBasedHold,temporaryHold,retentionExpirationTime';
export const OBJECT_FIELDS = FIELDS;
export const REWRITE_FIELDS = `done,rewriteToken,resource(${FIELDS})`;
export const LIST_FIELDS = `nextPageToken,prefixes,items(${FIELDS},kmsKeyName,${HOLDS})`;
/** As the port has it. Throws UnansweredError for an answer that is not one of the service's. */
export function infoOf(key, resource) {
    const { generation, size, timeCreated, storageClass } = resource;
    if (generation === undefined) {
        throw new UnansweredError(`Google Cloud Storage did not tell the generation of ${key}`, {
            landed: 'unknown',
        });
    }
    const bytes = Number(size ?? 0);
    const folder = key.endsWith('/') && bytes === 0;
    const checksum = checksumOf(resource);
    return {
        key,
        type: folder ? 'folder' : 'file',
        size: bytes,
        revision: generation,
        modified: timeCreated === undefined ? 0 : Date.parse(timeCreated),
        ...(checksum === undefined ? {} : { checksum }),
        ...(storageClass === undefined || storageClass === 'STANDARD' ? {} : { storage_class: storageClass }),
        ...(folder ? { folder_object: true } : {}),
    };
}
export function checksumOf({ crc32c, md5Hash }) {
    if (crc32c !== undefined)
        return `crc32c:${crc32c}`;
    return md5Hash === undefined ? undefined : `md5:${md5Hash}`;
}
/** Why this object can't be removed, in words; undefined when nothing keeps it. `now` by the store's clock. */
export function keptBy(resource, now) {
    if (resource.temporaryHold === true)
        return 'a temporary hold';
    if (resource.eventBasedHold === true)
        return 'an event-based hold';
    const until = Date.parse(resource.retentionExpirationTime ?? '');
    return until > now ? `a retention until ${new Date(until).toISOString()}` : undefined;
}
