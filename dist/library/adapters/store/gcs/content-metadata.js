import { RollbackError } from '../../../domain/errors.js';
import { ConflictError } from '../../../ports/object-store.js';
import { jsonOf } from './json-api.js';
/** What a writer may say of an object beside its bytes. A retention is not among it: what is under one stays anyway. */
const CARRIED = [
    'contentType',
    'cacheControl',
    'contentDisposition',
    'contentEncoding',
    'contentLanguage',
    'customTime',
    'metadata',
    'storageClass',
    'eventBasedHold',
    'contexts',
];
/**
 * Reads what belongs to exactly this generation, in one request (two at first, where access lists may not be seen).
 * Sent once: the caller is about to change something, and time counts. Throws ConflictError when it is gone.
 */
export async function contentMetadata({ api, names }, lists, subject, generation) {
    const get = async (projection) => {
        const answer = await api.once({
            method: 'GET',
            path: names.objectPath(subject.key),
            query: { generation, projection },
            subject: { ...subject, conditional: true },
            expects: [404],
        });
        // A generation that is not the live one any more may be told all the same: the precondition of the write decides.
        if (answer.status === 404)
            throw new ConflictError(subject.key);
        return metadataOf(jsonOf(answer));
    };
    if (lists.visible === false || lists.counted === false)
        return get('noAcl');
    try {
        const told = await get('full');
        lists.visible = true;
        return told;
    }
    catch (thrown) {
        if (!(thrown instanceof RollbackError) || thrown.code !== 'PERMISSION')
            throw thrown;
        lists.visible = false;
        return get('noAcl');
    }
}
function metadataOf(told) {
    const resource = {};
    for (const name of CARRIED)
        if (told[name] !== undefined)
            resource[name] = told[name];
    const entries = told.acl?.map(({ entity, role }) => ({ entity, role })) ?? [];
    if (entries.length > 0)
        resource.acl = entries;
    // The resource names the key's version; a request names the key.
    const key = typeof told.kmsKeyName === 'string' ? told.kmsKeyName.replace(/\/cryptoKeyVersions\/.*$/, '') : undefined;
    const metageneration = typeof told.metageneration === 'string' ? told.metageneration : undefined;
    return { resource, query: { kmsKeyName: key }, metageneration };
}
