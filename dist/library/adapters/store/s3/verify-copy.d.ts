import type { CopyJob } from './copy-job.ts';
/**
 * A copy with another ETag than its source: made of parts, once had parts, or is encrypted with KMS. Then size and
 * checksums tell. When it was made. Throws BACKUP when they are not the same.
 */
export declare function demandSame({ context, source, to }: CopyJob, revision: string): Promise<Date | undefined>;
