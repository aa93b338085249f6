import { type HideAnswer, type KeyAnswer, type Pinned, type StoredVersion, type VersionKeeper } from '../../../ports/object-store.ts';
import { type Guard } from '../../../ports/workspace.ts';
import type { ArchiveNotes } from './archive.ts';
import type { Dialect, S3Context } from './context.ts';
/** A bucket that keeps versions: a delete without a version places a marker over them, and takes nothing away. */
export declare class S3VersionKeeper implements VersionKeeper {
    #private;
    readonly size = 1000;
    readonly atOnce = 4;
    constructor(context: S3Context, dialect: () => Dialect, archive: ArchiveNotes);
    keeps(): Promise<boolean>;
    list(prefix: string): AsyncIterable<StoredVersion>;
    hide(objects: readonly Pinned[], guard?: Guard): Promise<readonly HideAnswer[]>;
    /** By the deletion of a version that never was, of a key that never was: S3 has nothing to do, but asks who may. */
    demandUnhide(folder: string): Promise<void>;
    unhide(markers: readonly {
        key: string;
        version_id: string;
    }[], guard?: Guard): Promise<readonly KeyAnswer[]>;
}
