import { type CopySource, type ObjectInfo } from '../../../ports/object-store.ts';
import { type Guard } from '../../../ports/workspace.ts';
import type { AccessLists } from './content-metadata.ts';
import type { WritingParts } from './writing.ts';
export interface CopyingParts extends WritingParts {
    /** The bucket's storage class, as far as it is known. */
    readonly lists: AccessLists;
    readonly defaultClass: () => string | undefined;
    /** The customer's key of the source, where the bucket's would be another. */
    readonly keyOf: (source: CopySource) => string | undefined;
}
/** Copies and moves within the bucket, on condition of both ends. */
export declare class Copying {
    #private;
    constructor(parts: CopyingParts);
    /** objects.rewrite; as many calls as the service wants, and one more where it fell into the wrong storage class. */
    copy(source: CopySource, to: string, guard?: Guard): Promise<ObjectInfo>;
    /** A copy of ours whose answer was lost may have fallen into the wrong storage class. */
    finishCopy(source: CopySource, standing: ObjectInfo, guard?: Guard): Promise<ObjectInfo>;
    /** objects.move: one transaction, and everything about the object goes along, its access list too. */
    move(from: string, revision: string, to: string): Promise<ObjectInfo>;
}
