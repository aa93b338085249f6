import type { GetObjectCommandOutput, HeadObjectCommandOutput, PutObjectCommandInput } from '@aws-sdk/client-s3';
import type { Attributes } from '../../../ports/object-store.ts';
/** Everything that a GET or HEAD tells and that has to survive a replacement. */
export declare function attributesOf(answer: GetObjectCommandOutput | HeadObjectCommandOutput): Attributes;
export type Carried = Pick<PutObjectCommandInput, 'ContentType' | 'CacheControl' | 'ContentDisposition' | 'ContentEncoding' | 'ContentLanguage' | 'Expires' | 'WebsiteRedirectLocation' | 'Metadata' | 'ServerSideEncryption' | 'SSEKMSKeyId' | 'BucketKeyEnabled' | 'StorageClass'>;
/** As a request gives them to the new object; tags stand elsewhere. */
export declare function carried(attributes: Attributes): Carried;
export declare const hasTags: (attributes: Attributes) => boolean;
/** As browsers are to treat what we make ourselves. */
export declare function contentTypeOf(key: string): string;
