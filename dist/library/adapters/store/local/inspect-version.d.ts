import { type Stats } from 'node:fs';
import { type LocalRoot } from './local-root.ts';
/** The version folder must be something that one rename can take away. */
export declare function checkVersionFolder(root: LocalRoot, rootStats: Stats, options: {
    readonly version: string;
    readonly forWriting: boolean;
}): void;
/** Fifth field of each line of Linux's mount table (proc(5)); blanks and backslashes are in octal there. */
export declare function mountPoints(table: string): string[];
/** Without a mount table (macOS): a folder on another device is a mount. */
export declare function otherDeviceBelow(path: string, device: number): string | undefined;
