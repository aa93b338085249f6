import type { Holds } from '../remote/capabilities.ts';
import type { KeyMap } from '../remote/key-map.ts';
import type { Beside } from './beside.ts';
import type { Caller } from './caller.ts';
/** What every request of one store needs. */
export interface S3Context {
    readonly bucket: string;
    readonly keys: KeyMap;
    readonly caller: Caller;
    readonly concurrency: number;
    /** Keys in one answer of a listing. */
    readonly pageSize: number;
    /** Whether what is sent carries a checksum: to Amazon, which checks it. */
    readonly checksums: boolean;
    readonly copyThreshold: number;
    readonly partSize: number;
    readonly beside: Beside;
    readonly debug: (message: string) => void;
}
/** How this store understands conditions. */
export interface Dialect {
    readonly holds: Holds;
    /** Whether ETags go without their quotation marks. */
    readonly bareEtags: boolean;
}
/** A revision that no object has. */
export declare const NEVER = "ffffffffffffffffffffffffffffffff";
export declare const quoted: (key: string) => string;
