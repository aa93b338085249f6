import type { RollbackManifest } from '../domain/manifest.ts';
import type { EvidencePaths } from '../domain/report.ts';
import type { EvidenceFile, EvidenceWriter } from '../ports/evidence.ts';
/** Takes the manifest that a rollback would write, instead of a file. */
export declare class ManifestInMemory implements EvidenceWriter {
    #private;
    readonly writes: {
        manifest: boolean;
        audit: boolean;
    };
    /** The index before and after, parsed, as the manifest of this rollback says; undefined when there is none of it. */
    indexStates(rollbackId: string): Pick<RollbackManifest, 'index_state_before' | 'index_state_after'> | undefined;
    check(): Promise<void>;
    prepare(): Promise<void>;
    stage(files: readonly EvidenceFile[]): Promise<void>;
    publish(): Promise<EvidencePaths>;
    discard(): Promise<void>;
    withdraw(): Promise<readonly string[]>;
}
