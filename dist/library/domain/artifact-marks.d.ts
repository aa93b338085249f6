import type { ManifestArtifact, OperationManifest } from './manifest.ts';
import { RowIndex } from './row-index.ts';
import { type Rows } from './rows.ts';
/** Artifacts by their paths; made once for each manifest. */
export declare function artifactIndex(artifacts: Rows<ManifestArtifact>): RowIndex<ManifestArtifact>;
/**
 * Finds artifacts by their paths and remembers which were found, with a bit for each instead of its path in a map and in
 * sets. Quickest for neighbours, one after the other.
 */
export declare class ArtifactMarks {
    #private;
    constructor(artifacts: Rows<ManifestArtifact>);
    /** The artifact of this path; undefined when there is none. */
    find(path: string): ManifestArtifact | undefined;
    /** The same, marked from now on. */
    mark(path: string): ManifestArtifact | undefined;
    /** In any order: answers to many requests at once come as they like. */
    markAll(paths: Iterable<string>): this;
    isMarked(path: string): boolean;
    marked(): Generator<ManifestArtifact>;
    unmarked(): Generator<ManifestArtifact>;
    /** Paths of those that are marked now. */
    markedPaths(): Rows<string>;
    /** Paths of those that are not marked now. */
    unmarkedPaths(): Rows<string>;
    /** Those that are marked now, as rows. */
    markedRows(): Rows<ManifestArtifact>;
    /** Those that are not marked now, as rows. */
    unmarkedRows(): Rows<ManifestArtifact>;
}
/** The artifacts that were absent when the restore committed: only these are put, only these may be taken away again. */
export declare function absentArtifacts(manifest: OperationManifest): Rows<ManifestArtifact>;
