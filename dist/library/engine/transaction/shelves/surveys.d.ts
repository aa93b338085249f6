import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import type { CopySource, ObjectInfo, ObjectStore } from '../../../ports/object-store.ts';
import type { Withdrawal } from '../../../ports/workspace.ts';
/** What stands below a prefix, by key. */
export declare function listed(store: ObjectStore, prefix: string): Promise<Map<string, ObjectInfo>>;
export declare const versionPrefix: ({ version }: OperationManifest) => string;
/** How the manifest's artifacts stand in the version folder. */
export declare function surveyFolder(store: ObjectStore, manifest: OperationManifest): Promise<Withdrawal>;
/** Same content means same ETag: what was written again is told by its time, as far as seconds tell. */
export declare function isUnchanged(artifact: ManifestArtifact, info: ObjectInfo): boolean;
/** Whether two keys hold the same bytes; read, as streams, only where the store does not tell. */
export declare function sameBytes(store: ObjectStore, left: string, right: string): Promise<boolean>;
/** An artifact where it was when the plan was made. */
export declare const sourceOf: (artifact: ManifestArtifact) => CopySource;
