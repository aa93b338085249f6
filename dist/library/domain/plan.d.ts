import type { EntryPlacement } from './index/mod.ts';
import type { ManifestArtifact } from './manifest.ts';
import { type Publication } from './publication.ts';
import type { Rows } from './rows.ts';
import { type RollbackTypeName } from './types.ts';
import type { Version } from './version.ts';
/** What a rollback will do, before anything is done. A dry run is this, printed. */
export interface Plan {
    readonly version: Version;
    readonly rollbackType: RollbackTypeName;
    /** What leaves `<version>/`. */
    readonly artifacts: Rows<ManifestArtifact>;
    readonly bytes: number;
    readonly folderPresent: boolean;
    /** Entries to cut from the index. */
    readonly cut: readonly EntryPlacement[];
    /** Entries to mark as removed. */
    readonly mark: readonly EntryPlacement[];
    readonly indexRevision: string;
    readonly previousLatest: string;
    readonly newLatest: string;
    readonly nothingToDo: boolean;
    readonly estimatedSeconds: number;
    readonly warnings: readonly string[];
    readonly notes: readonly string[];
}
export interface PlanQuestion {
    readonly type: RollbackTypeName;
    readonly createBackup: boolean;
    /** Requests for each artifact: 0 where the folder moves as a whole, 2 for copy and delete. */
    readonly requestsPerArtifact: number;
}
export declare function planRollback(publication: Publication, question: PlanQuestion): Plan;
