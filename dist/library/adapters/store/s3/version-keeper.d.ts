import type { HideAnswer, KeyAnswer, Pinned, StoredVersion, VersionKeeper } from '../../../ports/object-store.ts';
import { type Guard } from '../../../ports/workspace.ts';
import type { Dialect, S3Context } from './context.ts';
/** A bucket that keeps versions: a delete without a version places a marker over them, and takes nothing away. */
export declare class S3VersionKeeper implements VersionKeeper {
    #private;
    readonly size = 1000;
    constructor(context: S3Context, dialect: () => Dialect);
    keeps(): Promise<boolean>;
    list(prefix: string): AsyncIterable<StoredVersion>;
    hide(objects: readonly Pinned[], guard?: Guard): Promise<readonly HideAnswer[]>;
    unhide(markers: readonly {
        key: string;
        version_id: string;
    }[], guard?: Guard): Promise<readonly KeyAnswer[]>;
}
