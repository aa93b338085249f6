import type { ObjectStore } from './object-store.ts';
/**
 * A bucket takes whatever prefix it is given: before the first thing is written there, something must be there, or a
 * mistyped prefix would become a repository. Throws NO_REPOSITORY. (A folder that is not there is found by the local
 * store itself.)
 */
export declare function mustHoldSomething(store: Pick<ObjectStore, 'list' | 'location'>): Promise<void>;
