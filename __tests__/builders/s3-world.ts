import type { S3StoreOptions, S3StoreParts } from '../../src/adapters/store/s3/options.ts';
import { S3Store } from '../../src/adapters/store/s3/s3-store.ts';
import { RealClock } from '../doubles/store-clock.ts';
import { Content } from '../servers/s3/content.ts';
import { type Options, S3Server } from '../servers/s3/server.ts';

export type BucketKind = 'unversioned' | 'versioned' | 'suspended';

export interface WorldOptions extends Options {
  readonly kind?: BucketKind;
}

export const BUCKET = 'releases';

/** A loopback S3 with one bucket, and stores that look at it. */
export class S3World {
  readonly server: S3Server;
  /** What the stores told who debugs. */
  readonly debug: string[] = [];

  private constructor(server: S3Server) {
    this.server = server;
  }

  static async start({ kind = 'unversioned', ...options }: WorldOptions = {}): Promise<S3World> {
    const server = await S3Server.start(options);
    const bucket = server.createBucket(BUCKET);
    if (kind !== 'unversioned') bucket.versioning = kind === 'versioned' ? 'Enabled' : 'Suspended';
    return new S3World(server);
  }

  get bucket() {
    return this.server.bucket(BUCKET);
  }

  content(text: string): Content {
    return Content.of(text);
  }

  /** A client of its own. */
  store(given: Partial<S3StoreOptions & S3StoreParts> = {}): S3Store {
    const options: S3StoreOptions & S3StoreParts = {
      bucket: BUCKET,
      prefix: 'repository',
      backupPrefix: '',
      singleWriter: false,
      endpoint: this.server.endpoint,
      concurrency: 16,
      requestTimeoutMs: 20_000,
      retries: 5,
      region: this.server.region,
      forcePathStyle: true,
      toolVersion: '1.2.3',
      clock: new RealClock(),
      random: () => 0.5,
      env: {},
      debug: (message) => this.debug.push(message),
      credentials: this.server.credentials,
      ...given,
    };
    return new S3Store(options, options);
  }

  close(): Promise<void> {
    return this.server.close();
  }
}
