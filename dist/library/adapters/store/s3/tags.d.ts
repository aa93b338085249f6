import { type S3Context } from './context.ts';
/** The tags of an object as the header of a request carries them. */
export declare function tagging(context: S3Context, key: string): Promise<string>;
