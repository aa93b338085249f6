/** The library: the engine's use cases, and what they work with. */
export * from './domain/errors.ts';
export type { RepositoryListing } from './domain/listing.ts';
export type { RollbackReport } from './domain/report.ts';
export { type EngineContext, list, recover, restore, rollback } from './engine/mod.ts';
