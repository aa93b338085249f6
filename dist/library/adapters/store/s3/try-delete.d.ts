import { type Dialect, type S3Context } from './context.ts';
import type { Versioning } from './settings.ts';
/** Below a folder: a name that nothing has. */
export declare const NOTHING = ".rollback-nothing";
export interface Trial {
    readonly version?: string | undefined;
    /** Undefined where it is not known. */
    readonly versioning: Versioning | undefined;
    /** Whether a delete of what is not there is judged by its condition, as far as that was probed. */
    readonly judged: boolean | undefined;
}
/**
 * Whether objects may be deleted, asked by a delete that changes nothing: of a key that is not there, at a revision that
 * no object has. Throws PERMISSION. S3 looks at the permission first, and only then at key and condition.
 */
export declare function tryDelete(context: S3Context, { holds, bareEtags }: Dialect, { version, versioning, judged }: Trial): Promise<void>;
