import { type CopyJob } from './copy-job.ts';
/**
 * A copy in parts, which carries nothing over by itself: content type, metadata, tags, class and encryption are given by
 * hand. The parts belong to exactly the source's revision; whatever goes wrong, the upload is aborted.
 */
export declare function copyInParts(job: CopyJob): Promise<{
    revision: string;
    modified: undefined;
}>;
