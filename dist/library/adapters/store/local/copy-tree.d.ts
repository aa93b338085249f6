import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import type { Rows } from '../../../domain/rows.ts';
import type { Progress } from '../../../ports/workspace.ts';
import type { WorkFolder } from './work-folder.ts';
/** SHA-256 of each copied file, by key. */
export type CopiedHashes = ReadonlyMap<string, string>;
export interface TreeCopy {
    readonly from: string;
    /** Does not exist yet. */
    readonly to: string;
    readonly manifest: OperationManifest;
    /** Whether the source must be in the manifest's revisions; not where it is a copy itself. */
    readonly exactly: boolean;
}
/** Copies a version's tree to another file system, everything fsynced and read back; of one that fails nothing stays. */
export declare function copyTree(work: WorkFolder, copy: TreeCopy, progress: Progress): Promise<CopiedHashes>;
/** All folders of a tree as '/…' below it, parents first; '' is the tree itself. */
export declare function foldersOf(artifacts: Rows<ManifestArtifact>, version: string): string[];
export declare function writeHashes(folder: string, path: string, hashes: CopiedHashes): void;
/** Empty when the tree was moved, not copied. */
export declare function readHashes(path: string): CopiedHashes;
