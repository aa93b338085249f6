import { createHash } from 'node:crypto';
import { type Bytes, joinBytes } from '../../../domain/byte-parts.ts';
import { sha256Hex } from '../../../domain/log-record.ts';
import type { BackupMethod } from '../../../domain/manifest.ts';
import {
  type BatchRemoval,
  type ByteSink,
  ConflictError,
  type CopySource,
  type KeyAnswer,
  type ListOptions,
  type ObjectInfo,
  type ObjectMover,
  type ObjectStore,
  type Pinned,
  type Precondition,
  type Revision,
  type StoredObject,
} from '../../../ports/object-store.ts';
import type { MemoryBucket, MemoryObject } from './memory-bucket.ts';
import { memoryPage } from './memory-page.ts';

export interface MemoryRequest {
  readonly method: 'inspect' | 'read' | 'head' | 'list' | 'put' | 'copy' | 'move' | 'remove';
  /** The key that is read or changed; of a list its prefix, of a copy or move its destination, of a batch its first. */
  readonly key: string;
}

/** Stands between client and bucket: may fail, delay or repeat the effect, or lose its answer. */
export type Intercept = <T>(request: MemoryRequest, effect: () => Promise<T>) => Promise<T>;

export interface MemoryStoreOptions {
  readonly intercept?: Intercept;
  /** Keys per answer of a listing; a listing longer than one page is no snapshot. */
  readonly pageSize?: number;
  /** Whether it moves objects, as Google Cloud Storage does, and so tells their checksums. */
  readonly moves?: boolean | undefined;
  /** How many keys it removes by one request, as S3 does. */
  readonly batchSize?: number | undefined;
}

/** Bytes that a body comes in at once: few, so that what reads in pieces meets many borders. */
const CHUNK = 61;

/** One client's view of a bucket: the reference implementation of the port. */
export class MemoryStore implements ObjectStore {
  readonly type = 'memory';
  readonly location = 'memory:';
  readonly lateRequests = true;
  readonly bucket: MemoryBucket;
  private readonly intercept: Intercept;
  private readonly pageSize: number;
  readonly batch?: BatchRemoval;
  readonly mover?: ObjectMover;

  constructor(bucket: MemoryBucket, options: MemoryStoreOptions = {}) {
    this.bucket = bucket;
    if (options.moves === true) this.mover = { move: (from, revision, to) => this.move(from, revision, to) };
    const { batchSize: size } = options;
    if (size !== undefined) this.batch = { size, remove: (objects) => this.removeMany(objects) };
    this.intercept = options.intercept ?? ((_request, effect) => effect());
    this.pageSize = options.pageSize ?? 1000;
  }

  async inspect(): Promise<readonly string[]> {
    return this.request('inspect', '', () => []);
  }

  async now(): Promise<number> {
    return this.bucket.options.now();
  }

  async read(key: string): Promise<StoredObject | undefined> {
    return this.request('read', key, () => {
      const stored = this.bucket.get(key);
      return stored && { info: this.infoOf(key, stored), body: stored.body.slice() };
    });
  }

  async readInto<T>(key: string, begin: () => ByteSink<T>): Promise<T | undefined> {
    const stored = await this.read(key);
    if (stored === undefined) return undefined;
    const sink = begin();
    for (let at = 0; at < stored.body.length; at += CHUNK) sink.take(stored.body.subarray(at, at + CHUNK));
    return sink.end();
  }

  async head(key: string): Promise<ObjectInfo | undefined> {
    return this.request('head', key, () => {
      const stored = this.bucket.get(key);
      return stored && this.infoOf(key, stored);
    });
  }

  async *list(prefix: string, options: ListOptions = {}): AsyncIterable<ObjectInfo> {
    let left = options.limit ?? Number.POSITIVE_INFINITY;
    let after = '';
    while (left > 0) {
      const size = Math.min(left, this.pageSize);
      const start = after;
      const page = await this.request('list', prefix, () =>
        memoryPage(this.bucket, { prefix, after: start, size, shallow: options.shallow === true }).map(
          ({ key, stored }) => (stored ? this.infoOf(key, stored) : folderInfo(key)),
        ),
      );
      yield* page;
      left -= page.length;
      after = page.at(-1)?.key ?? '';
      if (page.length < size) return;
    }
  }

  async put(key: string, body: Bytes, when: Precondition): Promise<Revision> {
    // As the wire has it: what the caller does with its bytes after the call is not what is stored.
    const sent = joinBytes(body).slice();
    return this.request('put', key, () => {
      const current = this.bucket.get(key);
      const holds = when === 'absent' ? current === undefined : current?.revision === when.unchangedSince;
      if (!holds) throw new ConflictError(key);
      return this.bucket.write(key, sent).revision;
    });
  }

  async copy({ key: from, revision }: CopySource, to: string): Promise<ObjectInfo> {
    return this.request('copy', to, () => {
      const source = this.bucket.get(from);
      if (source?.revision !== revision) throw new ConflictError(from);
      if (this.bucket.get(to) !== undefined) throw new ConflictError(to);
      return this.infoOf(to, this.bucket.write(to, source.body, source.attributes));
    });
  }

  async digest(key: string): Promise<string | undefined> {
    const stored = await this.read(key);
    return stored && sha256Hex(stored.body);
  }

  async remove(key: string, revision: Revision): Promise<void> {
    return this.request('remove', key, () => {
      const current = this.bucket.get(key);
      if (current === undefined) return;
      if (current.revision !== revision) throw new ConflictError(key);
      this.bucket.erase(key);
    });
  }

  async backupMethod(): Promise<BackupMethod> {
    return this.mover === undefined ? 'copy' : 'move';
  }

  private async move(from: string, revision: Revision, to: string): Promise<ObjectInfo> {
    return this.request('move', to, () => {
      const source = this.bucket.get(from);
      if (source?.revision !== revision) throw new ConflictError(from);
      if (this.bucket.get(to) !== undefined) throw new ConflictError(to);
      this.bucket.erase(from);
      return this.infoOf(to, this.bucket.write(to, source.body, source.attributes));
    });
  }

  private async removeMany(objects: readonly Pinned[]): Promise<readonly KeyAnswer[]> {
    return this.request('remove', objects[0]?.key ?? '', () =>
      objects.map(({ key, revision }) => {
        const current = this.bucket.get(key);
        if (current !== undefined && current.revision !== revision) return { key, result: 'changed' };
        this.bucket.erase(key);
        return { key, result: 'gone' };
      }),
    );
  }

  private infoOf(key: string, stored: MemoryObject): ObjectInfo {
    return {
      key,
      type: 'file',
      size: stored.body.length,
      revision: stored.revision,
      modified: stored.modified,
      ...(this.mover !== undefined
        ? { checksum: `md5:${createHash('md5').update(stored.body).digest('hex')}` }
        : {}),
    };
  }

  /** Every effect is one synchronous step, so it is atomic however many clients there are. */
  private request<T>(method: MemoryRequest['method'], key: string, effect: () => T): Promise<T> {
    return this.intercept({ method, key }, async () => effect());
  }
}

function folderInfo(key: string): ObjectInfo {
  return { key, type: 'folder', size: 0, revision: '', modified: 0 };
}
