import type { ObjectStore } from '../../../src/ports/object-store.ts';

/** An object as anybody sees it who asks the server, not us. Bytes as latin1, so that each one counts. */
export interface Seen {
  readonly text: string;
  /** Content type, cache control, metadata, tags, storage class. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

export interface StoreNeeds {
  readonly bucket: string;
  readonly prefix: string;
  readonly singleWriter: boolean;
}

/** A server that others wrote, spoken to by the vendor's SDK alone: what a publisher and a reader do. */
export interface Outside {
  /** Makes a bucket, versioned or not. */
  makeBucket(bucket: string, versioned: boolean): Promise<void>;
  /** Puts files with attributes of every kind that the server has; no tags on what is larger than `taggedUpTo` bytes. */
  publish(bucket: string, files: ReadonlyMap<string, Uint8Array>, taggedUpTo: number): Promise<void>;
  /** Everything visible below a prefix, by key in the bucket. */
  everything(bucket: string, prefix: string): Promise<ReadonlyMap<string, Seen>>;
  remove(bucket: string, key: string): Promise<void>;
  /** Our own client. */
  open(needs: StoreNeeds): Promise<ObjectStore>;
}

export const ATTRIBUTES = {
  contentType: 'application/x-release',
  cacheControl: 'max-age=60',
  metadata: { origin: 'publisher' },
  tags: { team: 'tars' },
};
