import { type ListOptions, type ObjectInfo, type StoredVersion } from '../../../ports/object-store.ts';
import { type S3Context } from './context.ts';
import { type ToldObject } from './info.ts';
/** Every version and marker below `prefix`, by key in UTF-8 order, newest first within a key. */
export declare function listVersions(context: S3Context, prefix: string, see?: (version: StoredVersion, told: ToldObject) => void): AsyncIterable<StoredVersion>;
/** What a plain listing gives, with the version of each that is current. */
export declare function listCurrent(context: S3Context, prefix: string, { limit }: ListOptions): AsyncIterable<ObjectInfo>;
