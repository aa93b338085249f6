import type { ProcessSight, ProcessTable } from './process-table.ts';
/** Linux, from procfs (proc(5)). */
export declare function linuxProcesses(root?: string, pid?: number): ProcessTable;
/** Field 22 of /proc/<pid>/stat is the start time; field 2 is a name in brackets that may hold anything. */
export declare function parseStat(stat: string): ProcessSight | undefined;
