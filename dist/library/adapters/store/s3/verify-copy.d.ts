import type { HeadObjectCommandOutput } from '@aws-sdk/client-s3';
import type { CopyJob } from './copy-job.ts';
/** Source and copy as they stand; the source may be gone by now. */
export interface Compared {
    readonly original: HeadObjectCommandOutput | undefined;
    readonly copy: HeadObjectCommandOutput | undefined;
}
/**
 * A copy with another ETag than its source: made of parts, once had parts, or is encrypted with KMS. Then size and
 * checksums tell. Throws BACKUP when they are not the same.
 */
export declare function demandSame({ context, source, to }: CopyJob, revision: string): Promise<Compared>;
