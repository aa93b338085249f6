import { type ListOptions, type ObjectInfo } from '../../../ports/object-store.ts';
import type { KeyMap } from './key-map.ts';
/** Lists what is below one prefix of the repository's keys, which lies in one place of the bucket. */
export type ListPlace = (prefix: string, options: ListOptions) => AsyncIterable<ObjectInfo>;
/** A listing as the port has it, also of the whole repository with its backups in another place of the bucket. */
export declare function listRepository(keys: KeyMap, prefix: string, options: ListOptions, place: ListPlace): AsyncIterable<ObjectInfo>;
/** A name that stands for everything below it; nothing is stored under it. */
export declare const folderInfo: (key: string) => ObjectInfo;
