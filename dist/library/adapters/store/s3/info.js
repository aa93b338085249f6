import { checksumOf, revisionOf } from './etag.js';
export function infoOf(key, told, versionId) {
    const size = told.Size ?? 0;
    const revision = revisionOf(told.ETag);
    // Consoles make such objects to show a folder.
    const isFolder = key.endsWith('/') && size === 0;
    const { StorageClass: storageClass = 'STANDARD' } = told;
    return {
        key,
        type: isFolder ? 'folder' : 'file',
        size,
        revision,
        modified: told.LastModified?.getTime() ?? 0,
        checksum: checksumOf(revision),
        ...(versionId === undefined ? {} : { version_id: versionId }),
        ...(storageClass === 'STANDARD' ? {} : { storage_class: storageClass }),
        ...(isFolder ? { folder_object: true } : {}),
    };
}
