import type { Clock } from '../ports/clock.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { RepositoryOptions } from '../request/request.ts';
import { type RepositoryConfig, type RepositoryType } from './repository-config.ts';
/** A repository that was named; it is opened, and looked for, when it is first used. */
export interface Repository {
    readonly type: RepositoryType;
    /** Absolute path of a folder, or the URL of a bucket and prefix. */
    readonly location: string;
    /** With all defaults filled in. */
    readonly options: RepositoryOptions;
    readonly clock: Clock;
    /** Throws RollbackError (49) when it can't be used. */
    open(): Promise<ObjectStore>;
}
export declare const RepositoryFactory: {
    /** Throws RollbackError (49) for a type or configuration that is not usable. */
    create(type: RepositoryType, config: RepositoryConfig): Repository;
};
