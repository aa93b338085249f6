import { S3Store } from '../../../src/adapters/store/s3/s3-store.ts';
import type { ObjectStore } from '../../../src/ports/object-store.ts';
import { VirtualClock } from '../../doubles/virtual-clock.ts';
import { Content } from '../../servers/s3/content.ts';
import { S3Server } from '../../servers/s3/server.ts';
import type { Version } from '../../servers/s3/version.ts';
import type { Snapshot } from '../invariants.ts';
import { BUCKET, type Cut, fixtureFiles, keyInBucket, keyInRepository, type Moment, PREFIX, RemoteWorld } from './world.ts';

const ENV = { AWS_ACCESS_KEY_ID: 'test-key', AWS_SECRET_ACCESS_KEY: 'test-secret' };

export class S3World extends RemoteWorld {
  readonly server: S3Server;

  private constructor(server: S3Server, clock: VirtualClock) {
    super(clock);
    this.server = server;
  }

  static async start(options: { versioned: boolean }): Promise<S3World> {
    Object.assign(process.env, ENV);
    const clock = new VirtualClock();
    const server = await S3Server.start({ now: () => clock.now() });
    const world = new S3World(server, clock);
    const bucket = server.createBucket(BUCKET);
    if (options.versioned) bucket.versioning = 'Enabled';
    for (const [key, body] of fixtureFiles()) {
      bucket.put(keyInBucket(key), {
        content: Content.of(body),
        headers: { 'content-type': 'text/plain', 'cache-control': 'max-age=60' },
        metadata: { origin: 'publisher' },
        tags: [{ key: 'team', value: 'tars' }],
      });
    }
    await world.probeOnce();
    return world;
  }

  protected openStore(): Promise<ObjectStore> {
    const options = {
      bucket: BUCKET,
      prefix: PREFIX,
      backupPrefix: '',
      singleWriter: false,
      endpoint: this.server.endpoint,
      concurrency: 4,
      requestTimeoutMs: 20_000,
      retries: 2,
      region: this.server.region,
      forcePathStyle: true,
    };
    return S3Store.open(options, { toolVersion: 'test', clock: this.clock, random: () => 0.5, env: ENV });
  }

  snapshot(): Snapshot {
    const found: [string, string][] = [];
    for (const [key, history] of this.#histories()) {
      for (const version of history) {
        if (version.isDeleteMarker) continue;
        const visible = version === history[0];
        found.push([visible ? key : `.rollback-versions/${version.versionId}/${key}`, version.content.text()]);
      }
    }
    return new Map(found.sort(([left], [right]) => (left < right ? -1 : 1)));
  }

  attributes(): ReadonlyMap<string, string> {
    const visible = this.#histories().filter(([, [newest]]) => newest !== undefined && !newest.isDeleteMarker);
    return new Map(visible.map(([key, [newest]]) => [key, newest === undefined ? '' : attributesOf(newest)]));
  }

  changes(): readonly string[] {
    return this.server.log.changes.map(({ operation, key }) => `${operation} ${key}`);
  }

  forget(): void {
    this.server.log.reset();
    this.server.faults.clear();
  }

  cut(nth: number, moment: Moment): Cut {
    let at = '';
    const { faults } = this.server;
    const note = faults.on({ changes: true, nth }, async (request, proceed) => {
      at = `${request.operation} ${request.key}`;
      return proceed();
    });
    const fault =
      moment === 'reply-lost'
        ? faults.reset('after', { changes: true, nth })
        : faults.die(moment, { changes: true, nth });
    return {
      get struck() {
        return fault.hits > 0;
      },
      get at() {
        return at;
      },
      undo: () => {
        fault.remove();
        note.remove();
      },
    };
  }

  save(): () => void {
    const state = this.server.state.clone();
    const { time } = this.clock;
    return () => {
      this.server.state = state.clone();
      this.clock.time = time;
      this.forget();
    };
  }

  close(): Promise<void> {
    return this.server.close();
  }

  #histories(): [string, readonly Version[]][] {
    return [...this.server.bucket(BUCKET).index.entries()].map(([key, history]) => [keyInRepository(key), history]);
  }
}

const attributesOf = ({ headers, metadata, tags, storageClass, encryption }: Version): string =>
  JSON.stringify([headers, metadata, tags, storageClass, encryption]);
