import { type IndexDocument, type IndexEntry } from '../../domain/index/mod.ts';
import type { OperationManifest } from '../../domain/manifest.ts';
/** Ours are the entries whose raw bytes are the manifest's; another entry of the same version is never touched. */
export declare function ourEntries(doc: IndexDocument, manifest: OperationManifest): readonly IndexEntry[];
/** Entries of the version that are neither ours nor ours marked: somebody published it again. */
export declare function foreignEntries(doc: IndexDocument, manifest: OperationManifest): readonly IndexEntry[];
/** Foreign entries that promise artifacts: an entry marked by an earlier rollback publishes nothing. */
export declare function republished(doc: IndexDocument, manifest: OperationManifest): readonly IndexEntry[];
/** Takes the release out of the index, or marks it; undefined when that is done already. */
export declare function hide(doc: IndexDocument, manifest: OperationManifest, now: Date): Uint8Array | undefined;
/** The opposite of `hide`: entries back between their old neighbours, or unmarked; undefined when all are there. */
export declare function show(doc: IndexDocument, manifest: OperationManifest, now: Date): Uint8Array | undefined;
