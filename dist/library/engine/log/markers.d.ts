import { type VersionMarker } from '../../domain/log-record.ts';
import type { Version } from '../../domain/version.ts';
import { type ObjectStore } from '../../ports/object-store.ts';
import type { Sender } from './operation-log.ts';
/** The version's markers, newest first. */
export declare function readMarkers(store: ObjectStore, version: Version): Promise<readonly VersionMarker[]>;
/** Every version's markers, newest first within a version. */
export declare function readAllMarkers(store: ObjectStore): Promise<readonly VersionMarker[]>;
/** Creates the marker; the same operation's own there already is success (a recovery writes it again). What stands there. */
export declare function writeMarker(store: ObjectStore, sender: Sender, marker: VersionMarker): Promise<VersionMarker>;
