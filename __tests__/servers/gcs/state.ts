import { Bucket } from './bucket.ts';
import type { Content } from './content.ts';
import { GcsError, noSuchBucket } from './errors.ts';
import type { BucketConfig, GcsClock, Milliseconds, ObjectMetadata, Rules } from './types.ts';

/** A resumable upload that is not complete. */
export interface OpenUpload {
  readonly bucket: string;
  readonly name: string;
  readonly query: URLSearchParams;
  readonly given: Readonly<Record<string, unknown>>;
  readonly parts: Buffer[];
  received: number;
}

/** A new live version that an operation wants. */
export interface Wish {
  readonly name: string;
  readonly content: Content;
  readonly metadata: ObjectMetadata;
  readonly predefinedAcl: string | null;
  readonly kmsKeyName: string | undefined;
}

/** A rewrite that wants further calls. */
export interface OpenRewrite {
  /** Whom and what it was begun for; a token is no good for anything else. */
  readonly subject: string;
  readonly sourceGeneration: number;
  /** What the first call asked the copy to be. */
  readonly wish: Wish;
  readonly started: Milliseconds;
  rewritten: number;
}

/** What is in the buckets at one moment; opaque but for reading the buckets. */
export interface Snapshot {
  readonly buckets: ReadonlyMap<string, Bucket>;
}

/** Everything that the server remembers between requests. */
export class GcsState {
  readonly clock: GcsClock;
  readonly rules: Rules;
  readonly uploads = new Map<string, OpenUpload>();
  readonly rewrites = new Map<string, OpenRewrite>();
  readonly #buckets = new Map<string, Bucket>();
  #serial = 0;

  constructor(clock: GcsClock, rules: Rules) {
    this.clock = clock;
    this.rules = rules;
  }

  /** An id for an upload or a rewrite, unlike any before. */
  nextId(kind: string): string {
    this.#serial += 1;
    return `${kind}-${String(this.#serial).padStart(6, '0')}`;
  }

  createBucket(name: string, config: Partial<BucketConfig> = {}): Bucket {
    if (this.#buckets.has(name)) {
      throw new GcsError(409, 'conflict', 'Your previous request to create the named bucket succeeded.');
    }
    const bucket = new Bucket(name, { ...defaults(), ...config }, this.clock);
    this.#buckets.set(name, bucket);
    return bucket;
  }

  /** Throws the 404 that a client gets. */
  bucket(name: string | undefined): Bucket {
    const bucket = this.#buckets.get(name ?? '');
    if (bucket === undefined) throw noSuchBucket();
    return bucket;
  }

  snapshot(): Snapshot {
    return { buckets: new Map([...this.#buckets].map(([name, bucket]) => [name, bucket.clone()])) };
  }

  /** Puts the buckets back to what they were; open uploads and rewrites end. */
  restore(snapshot: Snapshot): void {
    for (const name of this.#buckets.keys()) if (!snapshot.buckets.has(name)) this.#buckets.delete(name);
    for (const [name, bucket] of snapshot.buckets) {
      const here = this.#buckets.get(name);
      if (here === undefined) this.#buckets.set(name, bucket.clone());
      else here.become(bucket);
    }
    this.uploads.clear();
    this.rewrites.clear();
  }
}

/** As a bucket made in the console today: uniform access, soft delete of seven days. */
function defaults(): BucketConfig {
  return {
    location: 'EUROPE-WEST3',
    storageClass: 'STANDARD',
    softDeletePolicy: { retentionDurationSeconds: '604800' },
    iamConfiguration: {
      uniformBucketLevelAccess: { enabled: true },
      publicAccessPrevention: 'inherited',
    },
  };
}
