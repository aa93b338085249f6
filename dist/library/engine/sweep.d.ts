import type { EngineContext } from './context.ts';
import type { Head } from './log/operation-log.ts';
import type { Waits } from './transaction/operation.ts';
import type { Requests } from './transaction/requests.ts';
/** Sends what belongs to no open operation. */
export interface Sweeping {
    readonly context: EngineContext;
    readonly waits: Waits;
    readonly requests: Requests;
}
/**
 * Takes away the backup that the newest record, a closer, says nobody needs any more: its writer may have died before it
 * did. Only while nothing is open, so that the log still says so when we die, too. Never throws: it is litter.
 */
export declare function sweepBackup({ context, waits, requests }: Sweeping, head: Head): Promise<void>;
