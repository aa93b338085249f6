import type { Publication } from '../domain/publication.ts';
import type { EngineContext } from '../engine/mod.ts';
import type { ObjectStore } from '../ports/object-store.ts';
/** A verified copy of a version under `.rollback-backups/`, as a logged operation. */
export declare function keepCopy(context: EngineContext, publication: Publication): Promise<readonly [boolean, string]>;
/** Replaces the index by `doc`, unless that drops an entry that `doc` does not hold. One atomic write. */
export declare function replaceIndex(context: EngineContext, doc: unknown): Promise<boolean>;
/** The index as it is now, parsed; null when there is none, or when it is no JSON. */
export declare function readIndexJson(store: ObjectStore): Promise<unknown>;
