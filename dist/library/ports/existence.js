import { failure } from '../domain/errors.js';
/**
 * A bucket takes whatever prefix it is given: before the first thing is written there, something must be there, or a
 * mistyped prefix would become a repository. Throws NO_REPOSITORY. (A folder that is not there is found by the local
 * store itself.)
 */
export async function mustHoldSomething(store) {
    for await (const _ of store.list('', { limit: 1 }))
        return;
    throw failure('NO_REPOSITORY', `There is nothing at ${store.location}`);
}
