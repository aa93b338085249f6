import type { RepositoryListing } from '../domain/listing.ts';
import type { EngineContext } from './context.ts';
/** Releases as the index has them, rollbacks as the log knows them, newest first. Throws RollbackError. */
export declare function list(context: Pick<EngineContext, 'store' | 'clock'>): Promise<RepositoryListing>;
