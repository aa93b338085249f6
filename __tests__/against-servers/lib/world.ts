import { randomUUID } from 'node:crypto';
import { SystemClock } from '../../../src/adapters/clock/system-clock.ts';
import type { EngineContext } from '../../../src/engine/mod.ts';
import type { ObjectStore } from '../../../src/ports/object-store.ts';
import { silent } from '../../builders/memory-world.ts';
import type { Snapshot } from '../../crash/invariants.ts';
import { EvidenceDouble } from '../../doubles/evidence-double.ts';
import { HostDouble, Machine } from '../../doubles/host-double.ts';
import { GcsOutside } from './gcs-outside.ts';
import { type KnownServer, SERVERS } from './known-servers.ts';
import type { Outside, Seen, StoreNeeds } from './outside.ts';
import { COPIED_IN_PARTS, S3Outside } from './s3-outside.ts';

const { TEST_SERVER = '', TEST_SERVER_ENDPOINT = '' } = process.env;

/** The server that `npm run test:servers` started for this run. */
export const known: KnownServer = knownServer();

function knownServer(): KnownServer {
  const server = SERVERS[TEST_SERVER];
  if (server === undefined || TEST_SERVER_ENDPOINT === '') {
    throw new Error('These suites are run by `npm run test:servers`, which starts the servers');
  }
  return server;
}

const outside: Outside =
  known.kind === 's3' ? new S3Outside(TEST_SERVER_ENDPOINT) : new GcsOutside(TEST_SERVER_ENDPOINT);

export type BucketKind = 'unversioned' | 'versioned';
export const BUCKETS = ['unversioned', 'versioned'] satisfies BucketKind[];

const made = new Map<BucketKind, Promise<string>>();

/** One bucket of each kind; repositories lie below prefixes of their own. */
function bucketOf(kind: BucketKind): Promise<string> {
  const bucket = made.get(kind) ?? makeBucket(kind);
  made.set(kind, bucket);
  return bucket;
}

async function makeBucket(kind: BucketKind): Promise<string> {
  const bucket = `${kind}-${randomUUID()}`;
  await outside.makeBucket(bucket, kind === 'versioned');
  return bucket;
}

const TAGGED_UP_TO = known.losesTagsInParts === true ? COPIED_IN_PARTS - 1 : Number.POSITIVE_INFINITY;

/** A repository of its own in a bucket of the server. */
export class World {
  readonly bucket: string;
  readonly singleWriter: boolean;
  readonly prefix = `team/${randomUUID()}`;
  readonly #machine = new Machine();

  private constructor(bucket: string, singleWriter: boolean) {
    this.bucket = bucket;
    this.singleWriter = singleWriter;
  }

  /** By itself as a single writer where the server is refused otherwise. */
  static async start(kind: BucketKind, singleWriter = known.buckets[kind] === 'refused'): Promise<World> {
    return new World(await bucketOf(kind), singleWriter);
  }

  async publish(files: ReadonlyMap<string, Uint8Array>, taggedUpTo = TAGGED_UP_TO): Promise<void> {
    const placed = [...files].map(([key, body]) => [`${this.prefix}/${key}`, body] as const);
    await outside.publish(this.bucket, new Map(placed), taggedUpTo);
  }

  /** By key in the repository. */
  async seen(): Promise<ReadonlyMap<string, Seen>> {
    const all = await outside.everything(this.bucket, `${this.prefix}/`);
    return new Map([...all].map(([key, seen]) => [key.slice(this.prefix.length + 1), seen]));
  }

  async remove(key: string): Promise<void> {
    await outside.remove(this.bucket, `${this.prefix}/${key}`);
  }

  open(changes: Partial<StoreNeeds> = {}): Promise<ObjectStore> {
    const { bucket, prefix, singleWriter } = this;
    return outside.open({ bucket, prefix, singleWriter, ...changes });
  }

  /** Another process on the same machine. */
  async context(): Promise<EngineContext> {
    return {
      store: await this.open(),
      evidence: new EvidenceDouble(),
      signer: undefined,
      clock: new SystemClock(),
      host: new HostDouble(this.#machine),
      reporter: silent,
      cancelled: new AbortController().signal,
    };
  }
}

export const texts = (seen: ReadonlyMap<string, Seen>): Snapshot =>
  new Map([...seen].map(([key, { text }]) => [key, text]));
