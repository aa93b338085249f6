import type { ProcessSight, ProcessTable } from './process-table.ts';
/** Runs a command; its output, or empty text when it fails. */
export type Run = (file: string, args: readonly string[]) => Promise<string>;
/** macOS, which has no pid namespaces. */
export declare function darwinProcesses(run?: Run): ProcessTable;
/** `Ss   Mon Nov 23 09:30:00 2026`; one second is as fine as it gets. */
export declare function parsePs(line: string): ProcessSight | undefined;
