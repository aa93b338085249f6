import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { SystemClock } from '../../../src/adapters/clock/system-clock.ts';
import { S3Store } from '../../../src/adapters/store/s3/s3-store.ts';
import type { ObjectStore } from '../../../src/ports/object-store.ts';
import { ATTRIBUTES, type Outside, type Seen, type StoreNeeds } from './outside.ts';

const REGION = 'us-east-1';
/** The least that S3 takes for a part that is not the last. */
const PART = 5 * 2 ** 20;
/** From here on our client copies in parts. */
export const COPIED_IN_PARTS = 2 * PART;

export class S3Outside implements Outside {
  readonly #endpoint: string;
  readonly #client: S3Client;

  constructor(endpoint: string) {
    this.#endpoint = endpoint;
    this.#client = new S3Client({
      endpoint,
      region: REGION,
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async makeBucket(bucket: string, versioned: boolean): Promise<void> {
    await this.#client.send(new CreateBucketCommand({ Bucket: bucket }));
    if (!versioned) return;
    const versioning = { Bucket: bucket, VersioningConfiguration: { Status: 'Enabled' as const } };
    await this.#client.send(new PutBucketVersioningCommand(versioning));
  }

  async publish(bucket: string, files: ReadonlyMap<string, Uint8Array>, taggedUpTo: number): Promise<void> {
    const { contentType, cacheControl, metadata, tags } = ATTRIBUTES;
    for (const [key, body] of files) {
      await this.#client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: body,
          ContentType: contentType,
          CacheControl: cacheControl,
          Metadata: metadata,
          ...(body.length <= taggedUpTo ? { Tagging: new URLSearchParams(tags).toString() } : {}),
        }),
      );
    }
  }

  async everything(bucket: string, prefix: string): Promise<ReadonlyMap<string, Seen>> {
    const found = new Map<string, Seen>();
    const pages = paginateListObjectsV2({ client: this.#client }, { Bucket: bucket, Prefix: prefix });
    for await (const { Contents = [] } of pages) {
      for (const { Key: key = '' } of Contents) found.set(key, await this.#look(bucket, key));
    }
    return found;
  }

  async remove(bucket: string, key: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
  }

  open({ bucket, prefix, singleWriter }: StoreNeeds): Promise<ObjectStore> {
    const options = {
      bucket,
      prefix,
      backupPrefix: '',
      singleWriter,
      endpoint: this.#endpoint,
      concurrency: 16,
      requestTimeoutMs: 20_000,
      retries: 5,
      region: REGION,
      forcePathStyle: true,
    };
    return S3Store.open(options, {
      toolVersion: 'test',
      clock: new SystemClock(),
      random: () => 0.5,
      env: {},
      multipartCopyThreshold: COPIED_IN_PARTS,
      partSize: PART,
    });
  }

  async #look(bucket: string, key: string): Promise<Seen> {
    const place = { Bucket: bucket, Key: key };
    const object = await this.#client.send(new GetObjectCommand(place));
    const { TagSet } = await this.#client.send(new GetObjectTaggingCommand(place));
    return {
      text: (await object.Body?.transformToString('latin1')) ?? '',
      attributes: {
        contentType: object.ContentType,
        cacheControl: object.CacheControl,
        metadata: object.Metadata,
        storageClass: object.StorageClass,
        tags: TagSet,
      },
    };
  }
}
