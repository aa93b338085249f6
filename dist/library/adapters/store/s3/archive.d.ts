import type { OperationManifest } from '../../../domain/manifest.ts';
import type { ObjectInfo } from '../../../ports/object-store.ts';
import { type S3Context } from './context.ts';
import type { ToldObject } from './info.ts';
export declare const isArchive: (storageClass: string | undefined) => boolean;
/** What listings showed to be in an archive. */
export declare class ArchiveNotes {
    #private;
    note({ key, storage_class: storageClass }: ObjectInfo): void;
    /** A version that was taken out for a while can be read until it goes back. */
    noteVersion(key: string, versionId: string, { StorageClass, RestoreStatus }: ToldObject): void;
    /** Throws BACKUP where what these artifacts are to be put back from is in an archive, as the last listings told. */
    demandKept(context: S3Context, { backup_method: method, backup_path: folder }: OperationManifest, artifacts: OperationManifest['artifacts']): Promise<void>;
}
/** Throws BACKUP naming the artifacts that are to be copied, and can't be, since they are in an archive. */
export declare const demandCopyable: (context: S3Context, artifacts: OperationManifest['artifacts']) => Promise<void>;
