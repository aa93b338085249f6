import { Storage } from '@google-cloud/storage';
import { SystemClock } from '../../../src/adapters/clock/system-clock.ts';
import { GcsStore } from '../../../src/adapters/store/gcs/gcs-store.ts';
import type { ObjectStore } from '../../../src/ports/object-store.ts';
import { ATTRIBUTES, type Outside, type Seen, type StoreNeeds } from './outside.ts';

const PROJECT = 'test';

export class GcsOutside implements Outside {
  readonly #endpoint: string;
  readonly #storage: Storage;

  constructor(endpoint: string) {
    this.#endpoint = endpoint;
    this.#storage = new Storage({
      apiEndpoint: endpoint,
      projectId: PROJECT,
      useAuthWithCustomEndpoint: false,
    });
  }

  async makeBucket(bucket: string, versioned: boolean): Promise<void> {
    await this.#storage.createBucket(bucket, { versioning: { enabled: versioned } });
  }

  async publish(bucket: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
    const { contentType, cacheControl, metadata } = ATTRIBUTES;
    for (const [key, body] of files) {
      const file = this.#storage.bucket(bucket).file(key);
      const about = { contentType, cacheControl, metadata };
      await file.save(Buffer.from(body), { resumable: false, metadata: about });
    }
  }

  async everything(bucket: string, prefix: string): Promise<ReadonlyMap<string, Seen>> {
    const found = new Map<string, Seen>();
    const [files] = await this.#storage.bucket(bucket).getFiles({ prefix });
    for (const file of files) {
      const [body] = await file.download();
      const { contentType, cacheControl, metadata, storageClass } = file.metadata;
      const attributes = { contentType, cacheControl, metadata, storageClass };
      found.set(file.name, { text: body.toString('latin1'), attributes });
    }
    return found;
  }

  async remove(bucket: string, key: string): Promise<void> {
    await this.#storage.bucket(bucket).file(key).delete();
  }

  open({ bucket, prefix, singleWriter }: StoreNeeds): Promise<ObjectStore> {
    return GcsStore.open({
      bucket,
      prefix,
      backupPrefix: '',
      projectId: PROJECT,
      endpoint: this.#endpoint,
      concurrency: 16,
      requestTimeoutMs: 20_000,
      retries: 5,
      singleWriter,
      toolVersion: 'test',
      clock: new SystemClock(),
      random: () => 0.5,
    });
  }
}
