import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import type { RowIndex } from '../../../domain/row-index.ts';
import type { Rows } from '../../../domain/rows.ts';
import type { ObjectInfo, ObjectStore } from '../../../ports/object-store.ts';
import { type Standing } from './surveys.ts';
/** What lies in the backup folder of the version, by key. */
export declare const keptOf: (store: ObjectStore, manifest: OperationManifest) => Promise<RowIndex<Standing>>;
type Sized = Pick<ObjectInfo, 'size' | 'checksum'>;
/** As far as the store tells: where it knows no checksums, the size. */
export declare function isWhole({ size, checksum }: ManifestArtifact, kept: Sized | undefined): boolean;
/** The artifacts that the backup folder could not give back. */
export declare function damagedIn(store: ObjectStore, manifest: OperationManifest, artifacts: Rows<ManifestArtifact>): Promise<readonly string[]>;
export {};
