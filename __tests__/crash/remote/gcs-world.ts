import { GcsStore } from '../../../src/adapters/store/gcs/gcs-store.ts';
import type { ObjectStore } from '../../../src/ports/object-store.ts';
import { VirtualClock } from '../../doubles/virtual-clock.ts';
import { isWrite } from '../../servers/gcs/call.ts';
import { contentText } from '../../servers/gcs/content.ts';
import { GcsServer } from '../../servers/gcs/server.ts';
import type { StoredVersion } from '../../servers/gcs/types.ts';
import type { Snapshot } from '../invariants.ts';
import { BUCKET, type Cut, fixtureFiles, keyInBucket, keyInRepository, type Moment, PREFIX, RemoteWorld } from './world.ts';

/** Google Cloud Storage; `moves: false` is a bucket where moves are refused. */
export class GcsWorld extends RemoteWorld {
  readonly server: GcsServer;

  private constructor(server: GcsServer, clock: VirtualClock) {
    super(clock);
    this.server = server;
  }

  static async start(options: { moves: boolean }): Promise<GcsWorld> {
    const clock = new VirtualClock();
    const world = new GcsWorld(await GcsServer.start({ clock }), clock);
    const bucket = world.server.createBucket(BUCKET);
    bucket.config.softDeletePolicy = { retentionDurationSeconds: '0' };
    if (!options.moves) world.server.rules.moveRefused = { status: 403, reason: 'forbidden' };
    for (const [key, body] of fixtureFiles()) {
      bucket.put(keyInBucket(key), body, {
        contentType: 'text/plain',
        cacheControl: 'max-age=60',
        metadata: { origin: 'publisher' },
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
      projectId: 'test',
      concurrency: 4,
      requestTimeoutMs: 20_000,
      retries: 2,
    };
    return GcsStore.open(options, { toolVersion: 'test', clock: this.clock, random: () => 0.5 });
  }

  snapshot(): Snapshot {
    return new Map(this.#live().map(({ name, content }) => [keyInRepository(name), contentText(content)]));
  }

  attributes(): ReadonlyMap<string, string> {
    return new Map(
      this.#live().map(({ name, contentType, cacheControl, metadata, storageClass }) => [
        keyInRepository(name),
        JSON.stringify([contentType, cacheControl, metadata, storageClass]),
      ]),
    );
  }

  changes(): readonly string[] {
    return this.server.log.writes.map(({ operation, key }) => `${operation} ${key}`);
  }

  forget(): void {
    this.server.log.reset();
    this.server.faults.clear();
  }

  cut(nth: number, moment: Moment): Cut {
    const cut = { seen: 0, struck: false, dead: false, at: '' };
    const { intercept } = this.server;
    this.server.intercept = async (call, proceed) => {
      if (cut.dead) return 'drop';
      if (!isWrite(call.operation)) return proceed();
      cut.seen += 1;
      if (cut.seen !== nth) return proceed();
      Object.assign(cut, { struck: true, at: `${call.operation} ${call.key}`, dead: moment !== 'reply-lost' });
      if (moment !== 'before') await proceed();
      return 'drop';
    };
    return {
      get struck() {
        return cut.struck;
      },
      get at() {
        return cut.at;
      },
      undo: () => {
        this.server.intercept = intercept;
      },
    };
  }

  save(): () => void {
    const snapshot = this.server.snapshot();
    const { time } = this.clock;
    return () => {
      this.server.restore(snapshot);
      this.clock.time = time;
      this.forget();
    };
  }

  close(): Promise<void> {
    return this.server.close();
  }

  #live(): readonly StoredVersion[] {
    const bucket = this.server.bucket(BUCKET);
    return bucket.names(`${PREFIX}/`).flatMap((name) => bucket.live(name) ?? []);
  }
}
