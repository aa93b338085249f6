import { GcsStore } from '../../src/adapters/store/gcs/gcs-store.ts';
import type { ObjectStore } from '../../src/ports/object-store.ts';
import type { Snapshot } from '../crash/invariants.ts';
import { VirtualClock } from '../doubles/virtual-clock.ts';
import { isWrite } from '../servers/gcs/call.ts';
import { contentText } from '../servers/gcs/content.ts';
import { GcsServer } from '../servers/gcs/server.ts';
import type { StoredVersion } from '../servers/gcs/types.ts';
import {
  BUCKET,
  type Cut,
  CutPoint,
  fixtureFiles,
  keyInBucket,
  keyInRepository,
  type Moment,
  PREFIX,
  RemoteWorld,
} from './remote-world.ts';

/** Google Cloud Storage; `moves: false` is a bucket where moves are refused. */
export class GcsRemote extends RemoteWorld {
  readonly server: GcsServer;

  private constructor(server: GcsServer, clock: VirtualClock) {
    super(clock);
    this.server = server;
  }

  static async start(options: { moves: boolean }): Promise<GcsRemote> {
    const clock = new VirtualClock();
    const world = new GcsRemote(await GcsServer.start({ clock }), clock);
    const bucket = world.server.createBucket(BUCKET);
    bucket.config.softDeletePolicy = { retentionDurationSeconds: '0' };
    if (!options.moves) world.server.rules.moveRefused = { status: 400, reason: 'invalid' };
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
    return GcsStore.open({ ...options, toolVersion: 'test', clock: this.clock, random: () => 0.5 });
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
    const cut = new CutPoint(nth, moment);
    const { intercept } = this.server;
    this.server.intercept = async (call, proceed) => {
      const what = `${call.operation} ${call.key}`;
      return (await cut.withholds(what, isWrite(call.operation), proceed)) ? 'drop' : proceed();
    };
    const undo = (): void => {
      this.server.intercept = intercept;
    };
    return Object.assign(cut, { undo });
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
