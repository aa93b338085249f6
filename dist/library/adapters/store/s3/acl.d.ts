import { type PutObjectCommandInput } from '@aws-sdk/client-s3';
import { type S3Context } from './context.ts';
/** An access list as a put gives it to the new object. */
export type Grants = Pick<PutObjectCommandInput, 'GrantFullControl' | 'GrantRead' | 'GrantReadACP' | 'GrantWriteACP'>;
/** Who may do what with an object; undefined where it is absent, or only its owner may, as with any new object. */
export declare function grantsOf(context: S3Context, key: string): Promise<Grants | undefined>;
