import type { OpenOperation, VersionMarker } from '../domain/log-record.ts';
import type { OperationManifest } from '../domain/manifest.ts';
import type { Rows } from '../domain/rows.ts';
import type { Version } from '../domain/version.ts';
import type { ObjectInfo } from '../ports/object-store.ts';
import type { EngineContext } from './context.ts';
import { type IndexReading } from './publication.ts';
/** What recovery would leave of this version, worked out without touching anything. */
export declare function project(context: EngineContext, version: Version, open: OpenOperation | undefined): Promise<{
    publication: import("../domain/publication.ts").Publication;
    reading: IndexReading;
    begun: OperationManifest | undefined;
}>;
/** Index and artifacts of a version, as they are or as they will be. */
export interface Seen {
    readonly reading: IndexReading;
    readonly found: Rows<ObjectInfo>;
}
export declare function look({ store, clock }: EngineContext, version: Version): Promise<Seen>;
/** What recovery of the open operation would do to what is seen. */
export interface Projection {
    /** What it is about; undefined where nothing is open, or nothing committed. */
    readonly manifest?: OperationManifest;
    state(version: string, seen: Seen): Seen;
    /** Markers newest first, of any versions. */
    markers(history: readonly VersionMarker[]): readonly VersionMarker[];
}
export declare function foresee(context: EngineContext, open: OpenOperation | undefined): Promise<Projection>;
