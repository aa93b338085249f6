import { failure } from '../domain/errors.ts';
import type { ObjectStore } from '../ports/object-store.ts';

/**
 * A bucket takes whatever prefix it is given: where no log is yet, something must be there, or a mistyped prefix would
 * become a repository. Throws NO_REPOSITORY. (A folder that is not there is found by the local store itself.)
 */
export async function mustHoldSomething(store: ObjectStore): Promise<void> {
  if (!store.lateRequests) return;
  for await (const _ of store.list('', { limit: 1 })) return;
  throw failure('NO_REPOSITORY', `There is nothing at ${store.location}`);
}
