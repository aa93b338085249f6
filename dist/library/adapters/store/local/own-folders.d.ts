import type { FileShape } from './durable-file.ts';
import { type LocalRoot } from './local-root.ts';
/** The root's mode without the bits for others: backups may hold what a release should never have shown. */
export declare const ownFolderMode: (root: LocalRoot) => number;
/** The same for a file of ours; other files are made as the umask says. */
export declare function shapeFor(root: LocalRoot, key: string): FileShape;
/** Makes a folder and its parents inside the repository, each durable before the next; never the repository itself. */
export declare function ensureFolder(root: LocalRoot, key: string): void;
