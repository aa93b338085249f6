import { type Attributes } from '../../../ports/object-store.ts';
import { type S3Context } from './context.ts';
/**
 * The tags of an object whose attributes were read; asks only where there are any, or where their count is not told.
 * Throws ConflictError when the object went away since.
 */
export declare function tagsToCarry(context: S3Context, key: string, read: Attributes): Promise<string>;
/** The tags of an object as the header of a request carries them. */
export declare function tagging(context: S3Context, key: string): Promise<string>;
