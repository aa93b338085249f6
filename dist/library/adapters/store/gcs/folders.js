import { WORK } from '../../../domain/keys.js';
import { isDenied, missingPermissions } from './permissions.js';
const CREATE_FOLDERS = 'storage.folders.create';
/**
 * What is denied of folders, where they are real (hierarchical namespace): a move makes those that its target lacks
 * (storage/docs/json_api/v1/objects/move), and the backup of each rollback is a new one. Where the bucket as a whole
 * does not grant it, it is asked for by a request that can't have an effect: the folder's parent is not there.
 */
export async function foldersDenied({ api, names }, settings) {
    if (settings?.hierarchicalNamespace?.enabled !== true)
        return [];
    const missing = await missingPermissions(api, names, [CREATE_FOLDERS]);
    if (missing === undefined || missing.length === 0)
        return [];
    const key = `${WORK}permission-test/absent/folder/`;
    const name = names.nameOf(key);
    const denied = await isDenied(api, {
        method: 'POST',
        path: names.bucketPath('/folders'),
        json: { name },
        subject: { doing: 'testing', bucket: names.bucket, object: name, key, permissions: [CREATE_FOLDERS] },
        expects: [400, 404, 409, 412],
    });
    return denied ? [CREATE_FOLDERS] : [];
}
