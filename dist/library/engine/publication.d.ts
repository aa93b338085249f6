import { type IndexDocument } from '../domain/index/mod.ts';
import type { Publication } from '../domain/publication.ts';
import { type Rows } from '../domain/rows.ts';
import { type Version } from '../domain/version.ts';
import type { Clock } from '../ports/clock.ts';
import type { ObjectInfo, ObjectStore, StoredObject } from '../ports/object-store.ts';
export interface UsableIndex {
    readonly state: 'present';
    readonly object: StoredObject;
    readonly doc: IndexDocument;
}
export type IndexReading = {
    readonly state: 'missing';
} | {
    readonly state: 'broken';
    readonly reason: string;
    readonly object: StoredObject;
} | UsableIndex;
/** Reads and parses index.json; a broken one again for two seconds. */
export declare function readIndex(store: ObjectStore, clock: Clock): Promise<IndexReading>;
/** The newest listed release whose artifacts are there; empty if none. `without` leaves one version out. */
export declare function latestOf(doc: IndexDocument, without?: string): string;
/** Everything that is there under `<version>/`. Throws BAD_INPUT for what is neither file, link nor folder. */
export declare function listArtifacts(store: ObjectStore, version: Version): Promise<Rows<ObjectInfo>>;
/** The same as the pages come: of a large release all that stands there is never in memory at once. */
export declare function eachArtifact(store: ObjectStore, version: Version, take: (info: ObjectInfo) => unknown): Promise<void>;
/** Reads index, artifacts and log of one version. `reading` gives an index that was read already. */
export declare function readPublication(store: ObjectStore, clock: Clock, version: Version): Promise<{
    publication: Publication;
    reading: IndexReading;
}>;
/** The same from what was read already. */
export declare function describe(version: Version, reading: IndexReading, found: Rows<ObjectInfo>, history: Publication['history']): Publication;
