import type { Publication } from '../domain/publication.ts';
import type { EngineContext } from '../engine/mod.ts';
/** A verified copy of a version under `.rollback-backups/`, as a logged operation. */
export declare function keepCopy(context: EngineContext, publication: Publication): Promise<readonly [boolean, string]>;
/** Replaces the index by `doc`, unless that drops an entry that `doc` does not hold. One atomic write. */
export declare function replaceIndex(context: EngineContext, doc: unknown): Promise<boolean>;
