import type { Guard } from '../../../ports/workspace.ts';
import { type S3Context } from './context.ts';
/** Takes an upload back that nobody will complete. Best effort: parts that stay cost room, and nothing else. */
export declare function abortUpload(context: S3Context, bucketKey: string, uploadId: string): Promise<boolean>;
/** Aborts the uploads of ours that are under way below `prefix`; how many there were. */
export declare function abortUploads(context: S3Context, prefix: string, isOurs: (key: string) => boolean, guard: Guard): Promise<number>;
