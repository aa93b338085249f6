import { type Guard } from '../../../ports/workspace.ts';
import { type S3Context } from './context.ts';
/**
 * Takes an upload back that nobody will complete; asked for again while there is no answer, since it does no harm twice.
 * Best effort: parts that stay cost room, and nothing else.
 */
export declare function abortUpload(context: S3Context, bucketKey: string, uploadId: string, guard?: Guard): Promise<boolean>;
/**
 * Those below backups that began before `since`, when nothing was open: of runs that closed and could not abort them.
 * Elsewhere in the bucket another repository may keep its backups, too, whose log we don't know: only what no run can be
 * at work on any more.
 */
export declare function sweepUploads(context: S3Context, since: number): Promise<void>;
/** Aborts the uploads of ours that are under way below `prefix`; how many there were. */
export declare function abortUploads(context: S3Context, prefix: string, isOurs: (key: string, initiated: number) => boolean, guard: Guard): Promise<number>;
