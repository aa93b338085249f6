import type { Holder } from '../domain/log-record.ts';
/** The machine that we run on: who we are, and whether another holder still lives. */
export interface Host {
    /** Host name, for the audit log. */
    readonly machineId: string;
    holder(): Promise<Holder>;
    /** 'unknown' when it is not a process of this machine and pid namespace. */
    liveness(holder: Holder): Promise<'alive' | 'dead' | 'unknown'>;
    /** Random UUID, version 4. */
    uuid(): string;
}
