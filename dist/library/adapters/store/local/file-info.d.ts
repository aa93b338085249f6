import { type BigIntStats } from 'node:fs';
import type { ObjectInfo, Revision } from '../../../ports/object-store.ts';
/** Inode, mtime and size of a file; a link's target stands in for its size. */
export declare function revisionOf(stat: BigIntStats, target?: string): Revision;
/** A copy of the whole repository to another disk changes inodes only: mtime and size still tell a backup's files. */
export declare const withoutInode: (revision: Revision) => string;
export declare function infoOf(key: string, stat: BigIntStats, target?: string): ObjectInfo;
export declare const modeOf: (stat: BigIntStats) => number;
/** What is at `path` itself; undefined when there is nothing. */
export declare function statOf(path: string): BigIntStats | undefined;
export declare const isThere: (path: string) => boolean;
export declare function infoAt(path: string, key: string): ObjectInfo | undefined;
/**
 * Information on many names of one folder at once; what vanished meanwhile is left out. A local disk answers out of
 * memory, twice as fast as a thread can be asked; a network one is asked in parallel.
 */
export declare function infoOfMany(folder: string, prefix: string, names: readonly string[]): Promise<ObjectInfo[]>;
