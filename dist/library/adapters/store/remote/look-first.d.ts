import { type ObjectInfo, type Revision } from '../../../ports/object-store.ts';
type Head = (key: string) => Promise<ObjectInfo | undefined>;
/** Throws ConflictError when the key is there. */
export declare function lookAbsent(head: Head, key: string): Promise<void>;
/** Whether the key is there at this revision; false when it is absent. Throws ConflictError when it is another. */
export declare function lookUnchanged(head: Head, key: string, revision: Revision): Promise<boolean>;
export {};
