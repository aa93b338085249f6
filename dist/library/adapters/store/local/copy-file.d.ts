import { type ObjectInfo, type Revision } from '../../../ports/object-store.ts';
import { type Target } from './durable-file.ts';
export interface CopySource {
    readonly path: string;
    readonly key: string;
    /** What the source must be before and after; any if left out. */
    readonly revision?: Revision;
}
/** Copies a file to an absent path with mode, owner and times, fsyncs it, reads it back; its SHA-256. */
export declare function copyFile(source: CopySource, target: string): Promise<string>;
/** Copies a link as a link, with owner and times. */
export declare function copyLink(source: CopySource, target: string): void;
/** Copies exactly `source.revision` to `where` if that is absent. */
export declare function copyDurably(source: CopySource, where: Target): Promise<ObjectInfo>;
/** SHA-256 of a file's bytes, a link at its place not followed. */
export declare function hashFile(path: string): Promise<string>;
/** The bytes of a copy are not those that were read. */
export declare class CopyError extends Error {
    constructor(key: string);
}
