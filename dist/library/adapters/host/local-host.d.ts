import type { Holder } from '../../domain/log-record.ts';
import type { Host } from '../../ports/host.ts';
import { type ProcessTable } from './process-table.ts';
/** This machine, Linux or macOS (DESIGN §4). Anywhere else, and where the system hides, liveness is unknown. */
export declare class LocalHost implements Host {
    #private;
    readonly machineId: string;
    constructor(table?: ProcessTable);
    /** What it tells does not change while we run. */
    holder(): Promise<Holder>;
    liveness(holder: Holder): Promise<'alive' | 'dead' | 'unknown'>;
    uuid(): string;
}
