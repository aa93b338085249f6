import type { ObjectStore } from '../ports/object-store.ts';
/**
 * A bucket takes whatever prefix it is given: where no log is yet, something must be there, or a mistyped prefix would
 * become a repository. Throws NO_REPOSITORY. (A folder that is not there is found by the local store itself.)
 */
export declare function mustHoldSomething(store: ObjectStore): Promise<void>;
