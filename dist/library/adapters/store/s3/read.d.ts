import type { ByteSink, ObjectInfo, StoredObject } from '../../../ports/object-store.ts';
import { type S3Context } from './context.ts';
/** The whole object at once: meant for the index and files of ours. */
export declare function readObject(context: S3Context, key: string): Promise<StoredObject | undefined>;
/** Each attempt has a sink of its own. */
export declare function readObjectInto<T>(context: S3Context, key: string, begin: () => ByteSink<T>): Promise<T | undefined>;
export declare function digestObject(context: S3Context, key: string): Promise<string | undefined>;
export declare function headObject(context: S3Context, key: string): Promise<ObjectInfo | undefined>;
/** The same with all that the store knows of the bytes: where ETags differ it saves reading them. */
export declare function headWithSums(context: S3Context, key: string): Promise<ObjectInfo | undefined>;
/** With `checksums` also what the store knows of the bytes. */
export declare function headAnswer(context: S3Context, key: string, checksums?: boolean): Promise<import("@aws-sdk/client-s3").HeadObjectCommandOutput | undefined>;
