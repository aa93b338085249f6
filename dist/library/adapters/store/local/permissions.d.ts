import { type Stats } from 'node:fs';
/** Throws PERMISSION, in words, when a folder can't be used; root passes everything but a read-only file system. */
export declare function mayUse(path: string, shown: string, forWriting: boolean): void;
/** In a folder with the sticky bit only the owners of the entry and of the folder may rename (and root). */
export declare function refuseSticky(parent: Stats, child: Stats, key: string): void;
