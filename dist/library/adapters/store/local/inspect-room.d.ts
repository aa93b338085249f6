import { type Stats } from 'node:fs';
import { type LocalRoot } from './local-root.ts';
/** Throws BACKUP when the file systems that will be written to are as good as full; quotas show only later. */
export declare function checkRoom(root: LocalRoot, rootStats: Stats, version: string | undefined): Promise<void>;
