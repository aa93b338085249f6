import { ArtifactMarks } from '../../../domain/artifact-marks.ts';
import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import { RowIndex } from '../../../domain/row-index.ts';
import { type Rows } from '../../../domain/rows.ts';
import type { CopySource, ObjectInfo, ObjectStore } from '../../../ports/object-store.ts';
import type { Withdrawal } from '../../../ports/workspace.ts';
/** What a listing tells of an object, as far as it takes to move or copy it. */
export type Standing = Pick<ObjectInfo, 'key' | 'revision' | 'size' | 'checksum'>;
/** What stands below a folder, by key: packed, for there may be as much as the release is large. */
export declare function listed(store: ObjectStore, folder: string): Promise<RowIndex<Standing>>;
/** Marks those of the artifacts of which `holds` is true, as the pages come; `folder` is what stands before their paths. */
export declare function markListed(store: ObjectStore, folder: string, manifest: OperationManifest, artifacts: Rows<ManifestArtifact>, holds: (artifact: ManifestArtifact, info: ObjectInfo) => boolean): Promise<ArtifactMarks>;
export declare const versionPrefix: ({ version }: OperationManifest) => string;
/** How the manifest's artifacts stand in the version folder. */
export declare function surveyFolder(store: ObjectStore, manifest: OperationManifest): Promise<Withdrawal>;
/** Same content means same ETag: what was written again is told by its time, as far as seconds tell. */
export declare function isUnchanged(artifact: ManifestArtifact, info: ObjectInfo): boolean;
/** Whether two keys hold the same bytes; read, as streams, only where the store does not tell. */
export declare function sameBytes(store: ObjectStore, left: string, right: string): Promise<boolean>;
/** An artifact where it was when the plan was made. */
export declare const sourceOf: (artifact: ManifestArtifact) => CopySource;
