import { type Bytes } from '../../../domain/byte-parts.ts';
import type { Clock } from '../../../ports/clock.ts';
import { type ByteSink, type CopySource, type InspectOptions, type ListOptions, type ObjectInfo, type ObjectStore, type Precondition, type Revision, type StoredObject } from '../../../ports/object-store.ts';
import type { Finding } from '../../../ports/store-diagnosis.ts';
import type { WorkspaceFactory } from '../../../ports/workspace.ts';
/** A folder as a repository. What an operation changes besides the log goes through `workspaces`. */
export declare class LocalStore implements ObjectStore {
    readonly type = "local";
    readonly lateRequests = false;
    readonly location: string;
    readonly workspaces: WorkspaceFactory;
    private readonly root;
    private constructor();
    /** Touches nothing yet; throws BAD_INPUT on Windows. */
    static open(path: string, clock: Clock, platform?: NodeJS.Platform): LocalStore;
    inspect(options: InspectOptions): Promise<readonly string[]>;
    diagnose(): Promise<readonly Finding[]>;
    demandRoom(version?: string): Promise<void>;
    now(): Promise<number>;
    read(key: string): Promise<StoredObject | undefined>;
    /** In one piece: what is in the page cache takes no time to be read. */
    readInto<T>(key: string, begin: () => ByteSink<T>): Promise<T | undefined>;
    head(key: string): Promise<ObjectInfo | undefined>;
    list(prefix: string, options?: ListOptions): AsyncIterable<ObjectInfo>;
    put(key: string, bytes: Bytes, when: Precondition): Promise<Revision>;
    copy({ key: from, revision }: CopySource, to: string): Promise<ObjectInfo>;
    digest(key: string): Promise<string | undefined>;
    remove(key: string, revision: Revision): Promise<void>;
    /** Makes the key's folder only when it turns out to be missing: a log append costs no extra look. */
    private inFolder;
}
