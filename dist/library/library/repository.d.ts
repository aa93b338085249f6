import type { Clock } from '../ports/clock.ts';
import type { ObjectStore } from '../ports/object-store.ts';
/** Where a repository is (guide, "Programmatic API"): a folder, or a bucket and a prefix in it. */
export interface RepositoryConfig {
    readonly path?: string;
    readonly bucket?: string;
    readonly prefix?: string;
    readonly endpoint?: string;
    readonly region?: string;
}
/** A repository that was named; it is opened, and looked for, when it is first used. */
export interface Repository {
    readonly type: 'local';
    /** Absolute path of a local repository. */
    readonly path: string;
    readonly clock: Clock;
    /** Throws RollbackError (49) when it can't be used. */
    open(): Promise<ObjectStore>;
}
export declare const RepositoryFactory: {
    /** Throws RollbackError (49) for a type or configuration that is not usable. */
    create(type: 'local' | 's3' | 'gcs', config: RepositoryConfig): Repository;
};
