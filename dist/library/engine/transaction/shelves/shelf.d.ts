import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import type { Rows } from '../../../domain/rows.ts';
import type { Progress, Retracted, Withdrawal } from '../../../ports/workspace.ts';
/** One way to take artifacts out of a store without folders, to keep them, and to put them back. Everything idempotent. */
export interface Shelf {
    /** Step 3: makes and verifies the backup where it is a copy; throws BACKUP. */
    prepare(manifest: OperationManifest, progress: Progress): Promise<void>;
    /** How the artifacts stand now. */
    survey(manifest: OperationManifest): Promise<Withdrawal>;
    /** The same where most likely nothing stands there any more, if there is a shorter way. */
    surveyTaken?(manifest: OperationManifest): Promise<Withdrawal>;
    /** Step 6: takes `standing` out, each on condition of its revision; what was changed meanwhile stays and is named. */
    take(manifest: OperationManifest, standing: Rows<ManifestArtifact>, progress: Progress): Promise<Taken>;
    /** Gives keys back that somebody wrote again, as `survey` found them `covered`. */
    uncover?(manifest: OperationManifest, keys: readonly string[]): Promise<void>;
    /** Puts `artifacts` back where they are absent, all that can be; then throws STEP_FAILED naming what can't. */
    putBack(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>, progress: Progress): Promise<void>;
    /** Takes out again what `putBack` put there; what else was put stays, and the backup keeps its own of it. */
    takeAgain(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>, progress: Progress): Promise<Retracted>;
    /** The keys that could not be put back. */
    damaged(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>): Promise<readonly string[]>;
    /** Whether what lies in the backup folder beside the manifest may be deleted with it. */
    readonly copies: boolean;
}
export interface Taken {
    readonly removed: Rows<string>;
    /** What somebody else wrote meanwhile; it stays. */
    readonly changed: readonly string[];
    /** Whether some of `removed` had been taken out by somebody else, so that they could not be kept. */
    readonly missed?: boolean;
}
