import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import type { Rows } from '../../../domain/rows.ts';
import { type CopiedHashes } from './copy-tree.ts';
import type { Places } from './places.ts';
import type { WorkFolder } from './work-folder.ts';
/** What an artifact's place in the version folder is compared with. */
export interface Holding {
    readonly manifest: OperationManifest;
    readonly places: Places;
    /** The tree that has the bytes, where there is one. */
    readonly source: string;
    readonly hashes: CopiedHashes;
}
export type Standing = 'absent' | 'same' | 'other';
/** Puts artifacts beside files that stand there already; nothing is ever overwritten. Throws for what the tree has not. */
export declare function putEach(work: WorkFolder, manifest: OperationManifest, places: Places, artifacts: Rows<ManifestArtifact>): Promise<void>;
/** What is at an artifact's place; a link or file where one of its folders should be counts as something else. */
export declare function standing(holding: Holding, artifact: ManifestArtifact): Promise<Standing>;
/** '/docs/guide.md' of 'v1.0.2/docs/guide.md'; a folder without its last '/'. */
export declare function belowVersion(manifest: OperationManifest, artifact: ManifestArtifact): string;
/** The folders on the way to '/docs/guide.md', outermost first: '' (the version folder) and '/docs'. */
export declare function parentsOf(below: string): string[];
