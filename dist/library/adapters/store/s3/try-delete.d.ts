import { type Dialect, type S3Context } from './context.ts';
import type { Versioning } from './settings.ts';
export interface Trial {
    readonly version?: string | undefined;
    /** Undefined where it is not known. */
    readonly versioning: Versioning | undefined;
}
/**
 * Whether objects may be deleted, asked by a delete that changes nothing: of a key that is not there, at a revision that
 * no object has. Throws PERMISSION. S3 looks at the permission first, and only then at key and condition.
 */
export declare function tryDelete(context: S3Context, { holds, bareEtags }: Dialect, { version, versioning }: Trial): Promise<void>;
