import type { EntryPlacement } from './index/mod.ts';
import type { VersionMarker } from './log-record.ts';
import type { ManifestArtifact } from './manifest.ts';
import type { Rows } from './rows.ts';
import { type RollbackTypeName } from './types.ts';
import type { Version } from './version.ts';
/** What the index says about one entry of the version. */
export interface PublishedEntry {
    readonly artifacts: readonly string[];
    /** Marked by an `artifacts_only` rollback. */
    readonly removed: boolean;
    readonly removedBy: string;
    readonly placement: EntryPlacement;
}
export type IndexState = {
    readonly state: 'missing';
} | {
    readonly state: 'broken';
    readonly reason: string;
} | {
    readonly state: 'present';
    readonly revision: string;
    readonly count: number;
    /** `total_releases` as written, and its value if that is a whole number; undefined when the field is absent. */
    readonly total: {
        readonly text: string;
        readonly value: number | undefined;
    } | undefined;
    readonly latest: string;
    /** What is latest once the version's entries are out. */
    readonly latestWithout: string;
};
/** Everything that is known about one version, read once: index, store and log. */
export interface Publication {
    readonly version: Version;
    readonly exists: boolean;
    readonly index: IndexState;
    readonly entries: readonly PublishedEntry[];
    readonly dependents: readonly string[];
    readonly artifacts: Rows<ManifestArtifact>;
    readonly folderPresent: boolean;
    /** Markers of the log, newest first. */
    readonly history: readonly VersionMarker[];
}
/** Rollbacks of the version that were neither restored nor reverted, newest first. */
export declare function activeRollbacks(history: readonly VersionMarker[]): readonly VersionMarker[];
export interface RemainingWork {
    readonly artifacts: boolean;
    readonly cut: boolean;
    readonly mark: boolean;
}
/** What a rollback of this type would change now. */
export declare function remainingWork(publication: Publication, type: RollbackTypeName): RemainingWork;
