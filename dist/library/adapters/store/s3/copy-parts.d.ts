import { type CopyJob } from './copy-job.ts';
/** Bytes of each part: as many as wanted, more where it would be too many parts. */
export declare const sizeOfParts: (wanted: number, whole: number) => number;
/**
 * A copy in parts, which carries nothing over by itself: content type, metadata, tags, class and encryption are given by
 * hand. The parts belong to exactly the source's revision; whatever goes wrong, the upload is aborted.
 */
export declare function copyInParts(job: CopyJob): Promise<{
    revision: string;
    modified: undefined;
}>;
