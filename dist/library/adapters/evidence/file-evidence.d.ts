import type { EvidencePaths } from '../../domain/report.ts';
import type { EvidenceFile, EvidenceOf, EvidenceWriter } from '../../ports/evidence.ts';
import { type FolderMaker } from './output-folder.ts';
export interface FileEvidenceOptions {
    readonly manifestDir?: string | undefined;
    readonly auditDir?: string | undefined;
    /** Of a local repository: output folders inside its releases and `.rollback-…` folders are refused. */
    readonly repositoryRoot?: string | undefined;
    /** Makes a folder with its parents; `mkdir -p` if absent. */
    readonly makeFolder?: FolderMaker | undefined;
}
/**
 * Manifest, audit log and signature in local folders: complete beside their place first, then synced and renamed into
 * it. What is only staged is not synced: it shows that there is room, and after a power cut nobody looks at it.
 */
export declare class FileEvidenceWriter implements EvidenceWriter {
    #private;
    readonly writes: {
        readonly manifest: boolean;
        readonly audit: boolean;
    };
    constructor(options: FileEvidenceOptions);
    check(version: string): Promise<void>;
    prepare(version: string): Promise<void>;
    stage(files: readonly EvidenceFile[]): Promise<void>;
    /** Nothing of a failed call is left in place, so that no evidence lies about an operation that is then reverted. */
    publish(): Promise<EvidencePaths>;
    discard(): Promise<void>;
    withdraw(evidence: EvidenceOf): Promise<readonly string[]>;
}
