/** A process as the system shows it. */
export interface ProcessSight {
    /** Start time in the system's own units: the same pid with another one is another process. */
    readonly start: string;
    /** Ended, but not yet collected by its parent. */
    readonly zombie: boolean;
}
/** What one kind of system tells about itself and its processes. Empty text: it can't be found out. */
export interface ProcessTable {
    /** Changes with every boot. */
    bootId(): Promise<string>;
    /** Two processes with the same one mean the same process by the same pid. */
    namespace(): Promise<string>;
    /** Undefined when the process can't be seen, be it gone or hidden. */
    look(pid: number): Promise<ProcessSight | undefined>;
}
/** For systems that we can't read: liveness is then unknown, never dead. */
export declare const BLIND: ProcessTable;
