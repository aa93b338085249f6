import type { Bytes } from '../domain/byte-parts.ts';
import type { OperationName } from '../domain/log-record.ts';
import type { EvidencePaths } from '../domain/report.ts';
export interface EvidenceFile {
    readonly kind: 'manifest' | 'audit' | 'signature';
    /** File name without a folder, e.g. `v1.0.2.rollback-audit.json`. */
    readonly name: string;
    readonly body: Bytes;
}
/** Whose evidence it is. */
export interface EvidenceOf {
    readonly operation: OperationName;
    readonly version: string;
    readonly rollbackId: string;
}
/** Where manifest, audit log and signature go: local folders, one each; a file whose folder is not given is skipped. */
export interface EvidenceWriter {
    /** Which kinds have a folder. */
    readonly writes: {
        readonly manifest: boolean;
        readonly audit: boolean;
    };
    /** What reading tells of `prepare`: throws the same, and makes nothing. An empty version is one that is not known. */
    check(version: string): Promise<void>;
    /** Preflight: makes the folders and proves that they can be written; throws EVIDENCE, or BAD_INPUT for a folder inside one of the repository's releases or our folders. */
    prepare(version: string): Promise<void>;
    /** Writes the files in full beside their place, fsynced; a second call replaces the first. Throws EVIDENCE. */
    stage(files: readonly EvidenceFile[]): Promise<void>;
    /** Renames the staged files into place; a file of another operation in the way is first renamed to carry its id. */
    publish(): Promise<EvidencePaths>;
    /** Removes what is staged; never throws. */
    discard(): Promise<void>;
    /**
     * The operation was put back: takes its published evidence away, of this run or of the dead one that it recovers, so
     * that none tells of what did not happen. What `publish` moved aside comes back to its name; no file of another
     * operation is touched. The paths that could not be taken away; never throws.
     */
    withdraw(evidence: EvidenceOf): Promise<readonly string[]>;
}
