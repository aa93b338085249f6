import { type ListOptions, type ObjectInfo } from '../../../ports/object-store.ts';
import { type S3Context } from './context.ts';
/** ListObjectsV2, page by page: S3's order is that of the UTF-8 bytes already. */
export declare function listObjects(context: S3Context, prefix: string, { limit, shallow }: ListOptions): AsyncIterable<ObjectInfo>;
