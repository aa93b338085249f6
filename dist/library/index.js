/** The library: the engine's use cases, and what they work with. */
export * from './domain/errors.js';
export { list, recover, restore, rollback } from './engine/mod.js';
