import type { ManifestArtifact, OperationManifest } from '../../domain/manifest.ts';
import type { Rows } from '../../domain/rows.ts';
import { type IndexEditResult } from './index-edit.ts';
import { type CommittedOperation } from './operation.ts';
/** The artifacts that were absent when the restore committed: only these are put, only these may be taken away again. */
export declare function absentArtifacts(manifest: OperationManifest): Rows<ManifestArtifact>;
/** Artifacts back first, the index last: a release is never listed before it is whole. */
export declare function restoreForward(operation: CommittedOperation): Promise<IndexEditResult>;
