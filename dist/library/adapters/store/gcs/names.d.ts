import type { KeyMap } from '../remote/key-map.ts';
/** Names of objects as the service has them: cloud.google.com/storage/docs/objects#naming. */
export declare class Names {
    readonly keys: KeyMap;
    readonly bucket: string;
    constructor(keys: KeyMap, bucket: string);
    /** The whole name of a key's object. Throws BAD_INPUT for one that the service can't have. */
    nameOf(key: string): string;
    bucketPath(below?: string): string;
    objectPath(key: string): string;
}
