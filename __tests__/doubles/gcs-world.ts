import { GcsStore, type GcsStoreOptions } from '../../src/adapters/store/gcs/gcs-store.ts';
import type { Bucket } from '../servers/gcs/bucket.ts';
import { GcsServer } from '../servers/gcs/server.ts';
import type { BucketConfig } from '../servers/gcs/types.ts';
import { RealClock } from './store-clock.ts';

/** The machine's clock, but a sleep is only noted. */
export class SleeplessClock extends RealClock {
  readonly sleeps: number[] = [];

  override async sleep(milliseconds: number): Promise<void> {
    this.sleeps.push(milliseconds);
  }
}

export const BUCKET = 'releases';

/** The options of a store as the entries give them. */
export const gcsOptions = (
  options: Partial<GcsStoreOptions> & Pick<GcsStoreOptions, 'clock'>,
): GcsStoreOptions => ({
  bucket: BUCKET,
  prefix: '',
  backupPrefix: '',
  concurrency: 16,
  requestTimeoutMs: 20_000,
  retries: 5,
  singleWriter: false,
  toolVersion: '1.0.0',
  random: () => 0.5,
  ...options,
});

/** The real adapter on a loopback server with one bucket. */
export class GcsWorld {
  readonly server: GcsServer;
  readonly bucket: Bucket;
  readonly clock = new SleeplessClock();

  private constructor(server: GcsServer, config: Partial<BucketConfig>) {
    this.server = server;
    this.bucket = server.createBucket(BUCKET, config);
  }

  static async start(config: Partial<BucketConfig> = {}): Promise<GcsWorld> {
    return new GcsWorld(await GcsServer.start(), config);
  }

  open(options: Partial<GcsStoreOptions> = {}): Promise<GcsStore> {
    return GcsStore.open(gcsOptions({ endpoint: this.server.endpoint, clock: this.clock, ...options }));
  }

  /** Operations asked for since the last call, in the order of their coming. */
  asked(): string[] {
    const operations = this.server.log.entries.map(({ operation }) => operation);
    this.server.log.reset();
    return operations;
  }
}

/** A store that is a repository, its probe done, and a log that starts with what comes now. */
export async function probed(world: GcsWorld, options: Partial<GcsStoreOptions> = {}): Promise<GcsStore> {
  const store = await world.open(options);
  if (!options.prefix) world.bucket.put('index.json', '{}');
  else world.bucket.put(`${options.prefix}/index.json`, '{}');
  await store.inspect({ forWriting: true });
  world.server.log.reset();
  return store;
}
