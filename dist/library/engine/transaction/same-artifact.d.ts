import type { ManifestArtifact, OperationManifest } from '../../domain/manifest.ts';
import type { ObjectInfo, ObjectStore } from '../../ports/object-store.ts';
/** Whether what stands at an artifact's key is the artifact, be it put back under a new revision. */
export declare function isSameArtifact(store: ObjectStore, manifest: OperationManifest, artifact: ManifestArtifact, info: ObjectInfo): Promise<boolean>;
