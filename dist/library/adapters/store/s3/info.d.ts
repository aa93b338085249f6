import type { ObjectInfo } from '../../../ports/object-store.ts';
/** What S3 tells of an object, in a listing or alone. */
export interface ToldObject {
    readonly ETag?: string | undefined;
    readonly Size?: number | undefined;
    readonly LastModified?: Date | undefined;
    readonly StorageClass?: string | undefined;
    /** Of what was taken out of an archive, in listings that ask for it. */
    readonly RestoreStatus?: {
        readonly IsRestoreInProgress?: boolean | undefined;
        readonly RestoreExpiryDate?: Date | undefined;
    } | undefined;
}
export declare function infoOf(key: string, told: ToldObject, versionId?: string): ObjectInfo;
