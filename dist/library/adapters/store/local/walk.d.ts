import { type ObjectInfo } from '../../../ports/object-store.ts';
import { type LocalRoot } from './local-root.ts';
/** Everything below `folder`, links not followed, in UTF-8 order of the keys `prefix` + path, in batches. */
export declare function walk(folder: string, prefix: string): AsyncGenerator<ObjectInfo[]>;
/** The same, and the folder itself when it is empty. */
export declare function walkFolder(folder: string, prefix: string): AsyncGenerator<ObjectInfo[]>;
/** What is directly below `folder`, folders with a '/' at the end. */
export declare function walkShallow(folder: string, prefix: string, limit: number): AsyncGenerator<ObjectInfo[]>;
/**
 * The folder behind a prefix, if every part of it is a real folder; a link on the way is refused, or a listing
 * would show what is not in the repository.
 */
export declare function folderOf(root: LocalRoot, prefix: string): string | undefined;
/** Case counts, also where the file system ignores it: `V1.0.2` is not `v1.0.2`. */
export declare function hasExactName(root: LocalRoot, key: string): boolean;
