import type { BucketSettings } from './bucket-settings.ts';
import type { JsonApi } from './json-api.ts';
import type { Names } from './names.ts';
/**
 * What is denied of folders, where they are real (hierarchical namespace): a move makes those that its target lacks
 * (storage/docs/json_api/v1/objects/move), and the backup of each rollback is a new one. Where the bucket as a whole
 * does not grant it, it is asked for by a request that can't have an effect: the folder's parent is not there.
 */
export declare function foldersDenied({ api, names }: {
    readonly api: JsonApi;
    readonly names: Names;
}, settings: BucketSettings | undefined): Promise<readonly string[]>;
