import { type Bytes } from '../../../domain/byte-parts.ts';
import { type KeyAnswer, type ObjectInfo, type Pinned, type Precondition, type Revision } from '../../../ports/object-store.ts';
import { type Guard } from '../../../ports/workspace.ts';
import type { CarriedMetadata } from './content-metadata.ts';
import { type JsonApi } from './json-api.ts';
import type { Names } from './names.ts';
type Head = (key: string) => Promise<ObjectInfo | undefined>;
export interface WritingParts {
    readonly api: JsonApi;
    readonly names: Names;
    readonly carried: CarriedMetadata;
    readonly head: Head;
}
/** Puts and removals, each one changing request with its precondition. */
export declare class Writing {
    #private;
    constructor(parts: WritingParts);
    /** With attributes: first reads what they stand for, of that very generation; both must still be so at the write. */
    put(key: string, body: Bytes, when: Precondition, guard?: Guard): Promise<Revision>;
    /** Where versions are kept, this one becomes noncurrent. Absent already is success. */
    remove(key: string, revision: Revision): Promise<void>;
    /** One request for up to a hundred keys, every answer read. */
    removeBatch(objects: readonly Pinned[]): Promise<readonly KeyAnswer[]>;
}
export {};
