import { type ObjectStore } from '../../../ports/object-store.ts';
import type { Holds } from './capabilities.ts';
/** A store that sends every condition, whether it is held or not. */
export type ProbeSubject = Pick<ObjectStore, 'put' | 'copy' | 'remove' | 'list' | 'batch' | 'mover'>;
export interface ProbeResult {
    readonly holds: Holds;
    /** Whether there are removals by batch at all. */
    readonly batch_delete: boolean;
}
/**
 * Tries each condition, right and wrong, on keys of its own below `.rollback-work/probe-<id>/`, and removes them again.
 * Throws PERMISSION naming what is not allowed, and UNREACHABLE when an answer did not come: then nothing was learned.
 */
export declare function probe(subject: ProbeSubject, id: string): Promise<ProbeResult>;
/** Removes what probes that died left behind; `now` by the store's clock. What refuses is left for the next. */
export declare function clearStale(subject: Pick<ProbeSubject, 'list' | 'remove'>, now: () => Promise<number>): Promise<void>;
