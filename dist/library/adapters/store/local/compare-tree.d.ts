import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import type { ObjectInfo } from '../../../ports/object-store.ts';
export interface Comparison {
    /** Manifest keys that are there exactly as the manifest has them. */
    readonly same: readonly string[];
    /** Manifest keys that are there, but changed. */
    readonly changed: readonly string[];
    readonly missing: readonly string[];
    /** Keys that the manifest does not know. */
    readonly unknown: readonly string[];
}
/** Compares the tree in `folder` with what the manifest says of `<version>/`. */
export declare function compareTree(folder: string, manifest: OperationManifest): Promise<Comparison>;
export declare const isExact: (found: Comparison) => boolean;
/** The very same file, not only one like it. */
export declare function isSame(info: ObjectInfo, artifact: ManifestArtifact): boolean;
/** The same file after the whole repository went to another disk. */
export declare function isSameApartFromInode(info: ObjectInfo, artifact: ManifestArtifact): boolean;
