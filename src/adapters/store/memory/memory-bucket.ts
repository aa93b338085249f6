import { createHash } from 'node:crypto';
import { compareKeys } from '../../../ports/object-store.ts';

export interface MemoryObject {
  readonly body: Uint8Array;
  readonly revision: string;
  /** Milliseconds since the epoch, by the bucket's clock. */
  readonly modified: number;
  /** Content type, metadata, tags: whatever must survive a replacement and a copy. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface MemoryBucketOptions {
  /** The bucket's clock. */
  readonly now: () => number;
  /** Same content, same revision, as S3 has it; otherwise every write is a new revision. */
  readonly etagByContent?: boolean;
}

/** What is stored, shared by all clients; its own methods are the blind writers that no condition holds back. */
export class MemoryBucket {
  readonly objects: Map<string, MemoryObject>;
  readonly options: MemoryBucketOptions;
  private writes: number;

  constructor(
    options: MemoryBucketOptions,
    objects: ReadonlyMap<string, MemoryObject> = new Map(),
    writes = 0,
  ) {
    this.options = options;
    this.objects = new Map(objects);
    this.writes = writes;
  }

  /** Sets a key without any condition; attributes stay as they are unless given. */
  write(key: string, body: Uint8Array | string, attributes?: Readonly<Record<string, string>>): MemoryObject {
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body.slice();
    const stored = {
      body: bytes,
      revision: this.nextRevision(bytes),
      modified: this.options.now(),
      attributes: attributes ?? this.objects.get(key)?.attributes ?? {},
    };
    this.objects.set(key, stored);
    return stored;
  }

  erase(key: string): void {
    this.objects.delete(key);
  }

  get(key: string): MemoryObject | undefined {
    return this.objects.get(key);
  }

  text(key: string): string | undefined {
    const stored = this.objects.get(key);
    return stored && new TextDecoder().decode(stored.body);
  }

  /** All keys with this prefix, in UTF-8 order. */
  keys(prefix = ''): string[] {
    return [...this.objects.keys()].filter((key) => key.startsWith(prefix)).sort(compareKeys);
  }

  /** An independent bucket in the same state; objects are never changed in place. */
  clone(options: MemoryBucketOptions = this.options): MemoryBucket {
    return new MemoryBucket(options, this.objects, this.writes);
  }

  private nextRevision(body: Uint8Array): string {
    this.writes += 1;
    return this.options.etagByContent === true
      ? `"${createHash('md5').update(body).digest('hex')}"`
      : String(this.writes);
  }
}
