import { S3Client } from '@aws-sdk/client-s3';
import type { S3StoreOptions, S3StoreParts } from './options.ts';
type Headers = Readonly<Record<string, string | undefined>>;
/** The SDK's client: one attempt a request, since whoever asks decides whether to ask again. */
export declare function openClient(options: S3StoreOptions, parts: S3StoreParts, observe: (headers: Headers) => void): S3Client;
/** The same without any signature: what everybody can do. */
export declare function openAnonymousClient(options: S3StoreOptions, parts: S3StoreParts): S3Client;
export {};
