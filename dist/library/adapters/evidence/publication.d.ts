import type { Bytes } from '../../domain/byte-parts.ts';
import type { EvidenceFile } from '../../ports/evidence.ts';
import { type Aside } from './set-aside.ts';
/** A file that is complete beside its place. */
export interface Staged {
    readonly kind: EvidenceFile['kind'];
    readonly body: Bytes;
    readonly target: string;
    readonly temporary: string;
}
/** What to call, newest first, to have everything as it was. */
export type Undo = (() => void)[];
/**
 * Files of other operations that stand where staged ones go, and signed ones of our own, get names with their ids.
 * Answers which.
 */
export declare function clearTheWay(staged: readonly Staged[], undo: Undo): readonly Aside[];
/** Renames into place. What still stands there is of the same operation; its name while an undo may need it is returned. */
export declare function place({ temporary, target }: Staged, undo: Undo): string | undefined;
