import { type Dialect, type S3Context } from './context.ts';
import type { Versioning } from './settings.ts';
/**
 * Whether a delete of what is not there is judged by its condition, and so changes nothing: tried in a place of the
 * probe's own, where a marker that is placed all the same is removed again. Undefined where no markers are placed.
 */
export declare function judgesAbsentDeletes(context: S3Context, { holds, bareEtags }: Dialect, { versioning, id }: {
    readonly versioning: Versioning | undefined;
    readonly id: string;
}): Promise<boolean | undefined>;
