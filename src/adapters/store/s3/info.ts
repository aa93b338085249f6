import type { ObjectInfo } from '../../../ports/object-store.ts';
import { checksumOf, revisionOf } from './etag.ts';

/** What S3 tells of an object, in a listing or alone. */
export interface ToldObject {
  readonly ETag?: string | undefined;
  readonly Size?: number | undefined;
  readonly LastModified?: Date | undefined;
  readonly StorageClass?: string | undefined;
  /** Of what was taken out of an archive, in listings that ask for it. */
  readonly RestoreStatus?:
    | { readonly IsRestoreInProgress?: boolean | undefined; readonly RestoreExpiryDate?: Date | undefined }
    | undefined;
}

export function infoOf(key: string, told: ToldObject, versionId?: string): ObjectInfo {
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
