import type { Bytes } from '../../../domain/byte-parts.ts';
import type { BatchRemoval, ByteSink, CopySource, ListOptions, ObjectInfo, ObjectMover, ObjectStore, Precondition, Revision, StoredObject } from '../../../ports/object-store.ts';
import type { Guard } from '../../../ports/workspace.ts';
import { type AccessLists } from './content-metadata.ts';
import type { JsonApi } from './json-api.ts';
import { type Seen } from './listing.ts';
import type { Names } from './names.ts';
export interface BareParts {
    readonly api: JsonApi;
    readonly names: Names;
    readonly lists: AccessLists;
    readonly seen: Seen;
    /** The bucket's storage class, as far as it is known. */
    readonly defaultClass: () => string | undefined;
    /** The customer's key of an object, where it is known and not the bucket's. */
    readonly keyOf: (source: CopySource) => string | undefined;
}
type Objects = Pick<ObjectStore, 'read' | 'readInto' | 'head' | 'list' | 'digest' | 'put' | 'copy' | 'remove' | 'mover' | 'batch'>;
/** The objects of a repository, every condition sent, whether or not the server holds to it. */
export declare class BareStore implements Objects {
    #private;
    readonly mover: ObjectMover;
    readonly batch: BatchRemoval;
    constructor(parts: BareParts);
    read(key: string): Promise<StoredObject | undefined>;
    readInto<T>(key: string, begin: () => ByteSink<T>): Promise<T | undefined>;
    head(key: string): Promise<ObjectInfo | undefined>;
    digest(key: string): Promise<string | undefined>;
    list(prefix: string, options?: ListOptions): AsyncIterable<ObjectInfo>;
    put(key: string, body: Bytes, when: Precondition, guard?: Guard): Promise<Revision>;
    copy(source: CopySource, to: string, guard?: Guard): Promise<ObjectInfo>;
    finishCopy(source: CopySource, standing: ObjectInfo, guard?: Guard): Promise<ObjectInfo>;
    remove(key: string, revision: Revision): Promise<void>;
}
export {};
