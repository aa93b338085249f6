import { type IndexDocument } from '../../domain/index/mod.ts';
import type { Clock } from '../../ports/clock.ts';
import { type ObjectStore } from '../../ports/object-store.ts';
import { type Workspace } from '../../ports/workspace.ts';
import { type UsableIndex } from '../publication.ts';
import type { Requests } from './requests.ts';
export interface IndexEditParts {
    readonly store: ObjectStore;
    readonly clock: Clock;
    readonly workspace: Workspace;
    readonly lockTimeoutMs: number;
    readonly requests: Requests;
    /** What was read before; the first attempt begins with it and is refused if the index was changed since. */
    readonly known?: UsableIndex | undefined;
    /** Renders index.md also when index.json needs no change: a dead run may have died between the two. */
    readonly rendersAgain: boolean;
    readonly warn: (message: string) => void;
}
export interface IndexEditResult {
    /** Bytes before and after; the same when nothing was to be changed. Undefined when there is no index. */
    readonly before: Uint8Array | undefined;
    readonly after: Uint8Array | undefined;
}
/** Returns the new bytes, or undefined when the document is as it should be already. */
export type IndexChange = (doc: IndexDocument, now: Date) => Uint8Array | undefined;
/**
 * Edits index.json on condition that it is what was read; on a conflict it reads again and redoes the edit. Then
 * renders index.md, whose failure is a warning. Throws INDEX_WRITE, or UNREACHABLE when the outcome is unknown.
 */
export declare function editIndex(parts: IndexEditParts, change: IndexChange): Promise<IndexEditResult>;
