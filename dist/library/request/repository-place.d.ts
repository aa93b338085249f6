import { type OptionReader } from './option-reader.ts';
export type Place = LocalPlace | BucketPlace;
export interface LocalPlace extends Said {
    readonly type: 'local';
    readonly path: string;
}
export interface BucketPlace extends Said {
    readonly type: 's3' | 'gcs';
    readonly bucket: string;
    readonly prefix: string;
}
interface Said {
    /** What said so, for messages: `--repository-type is local`. Undefined when the type was misspelt. */
    readonly said: string | undefined;
}
/** What `repository` says in one. */
export declare const PARTS: readonly ["repository-type", "repository-path", "repository-bucket", "repository-prefix"];
/** Which kind of repository it is, and where: by the short form, or by its parts. */
export declare function readPlace(reader: OptionReader): Place;
export {};
