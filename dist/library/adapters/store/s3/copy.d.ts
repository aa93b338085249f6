import { type ObjectInfo } from '../../../ports/object-store.ts';
import { type CopyJob } from './copy-job.ts';
import { type EncryptionCarrier } from './encryption.ts';
/** Server-side copy of exactly `source.revision` to an absent key, with all its attributes; verified. */
export declare function copyObject(job: CopyJob, carrier: EncryptionCarrier): Promise<ObjectInfo>;
/** A copy of ours whose answer was lost may have stopped between the copy and the copy over it. */
export declare function finishCopy(job: CopyJob, standing: string): Promise<ObjectInfo>;
