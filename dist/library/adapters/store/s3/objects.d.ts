import type { Bytes } from '../../../domain/byte-parts.ts';
import type { BatchRemoval, ByteSink, CopySource, ListOptions, ObjectInfo, Precondition, Revision, StoredObject } from '../../../ports/object-store.ts';
import { type Guard } from '../../../ports/workspace.ts';
import type { ProbeSubject } from '../remote/probe.ts';
import type { Dialect, S3Context } from './context.ts';
/** The port's requests in one dialect of conditions. */
export declare class S3Objects implements ProbeSubject {
    #private;
    readonly batch: BatchRemoval;
    constructor(context: S3Context, dialect: Dialect);
    read(key: string): Promise<StoredObject | undefined>;
    readInto<T>(key: string, begin: () => ByteSink<T>): Promise<T | undefined>;
    head(key: string): Promise<ObjectInfo | undefined>;
    digest(key: string): Promise<string | undefined>;
    list(prefix: string, options?: ListOptions): AsyncIterable<ObjectInfo>;
    put(key: string, body: Bytes, when: Precondition, guard?: Guard): Promise<Revision>;
    copy(source: CopySource, to: string, guard?: Guard): Promise<ObjectInfo>;
    finishCopy(source: CopySource, standing: ObjectInfo, guard?: Guard): Promise<ObjectInfo>;
    remove(key: string, revision: Revision, guard?: Guard): Promise<void>;
}
