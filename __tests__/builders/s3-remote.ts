import { S3Store } from '../../src/adapters/store/s3/s3-store.ts';
import type { ObjectStore } from '../../src/ports/object-store.ts';
import type { Snapshot } from '../crash/invariants.ts';
import { VirtualClock } from '../doubles/virtual-clock.ts';
import { Content } from '../servers/s3/content.ts';
import { S3Server } from '../servers/s3/server.ts';
import type { Version } from '../servers/s3/version.ts';
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

export class S3Remote extends RemoteWorld {
  readonly server: S3Server;

  private constructor(server: S3Server, clock: VirtualClock) {
    super(clock);
    this.server = server;
  }

  static async start(options: { versioned: boolean }): Promise<S3Remote> {
    const clock = new VirtualClock();
    const server = await S3Server.start({ now: () => clock.now() });
    const world = new S3Remote(server, clock);
    const bucket = server.createBucket(BUCKET);
    if (options.versioned) bucket.versioning = 'Enabled';
    for (const [key, body] of fixtureFiles()) {
      bucket.put(keyInBucket(key), {
        content: Content.of(body),
        headers: { 'content-type': 'text/plain', 'cache-control': 'max-age=60' },
        metadata: { origin: 'publisher' },
        // Tags cost a request of their own where an object is replaced.
        tags: key.startsWith('v') ? [{ key: 'team', value: 'tars' }] : [],
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
    const { credentials } = this.server;
    return S3Store.open(options, {
      toolVersion: 'test',
      clock: this.clock,
      random: () => 0.5,
      env: {},
      credentials,
    });
  }

  snapshot(): Snapshot {
    const found: [string, string][] = [];
    for (const [key, history] of this.#histories()) {
      for (const version of history) {
        if (version.isDeleteMarker) continue;
        const visible = version === history[0];
        found.push([
          visible ? key : `.rollback-versions/${version.versionId}/${key}`,
          version.content.text(),
        ]);
      }
    }
    return new Map(found.sort(([left], [right]) => (left < right ? -1 : 1)));
  }

  attributes(): ReadonlyMap<string, string> {
    const visible = this.#histories().filter(
      ([, [newest]]) => newest !== undefined && !newest.isDeleteMarker,
    );
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
    const cut = new CutPoint(nth, moment);
    const fault = this.server.faults.add(async (request, proceed) => {
      const what = `${request.operation} ${request.key}`;
      return (await cut.withholds(what, request.changes, proceed)) ? 'reset' : proceed();
    });
    return Object.assign(cut, { undo: () => fault.remove() });
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
    return [...this.server.bucket(BUCKET).index.entries()].map(([key, history]) => [
      keyInRepository(key),
      history,
    ]);
  }
}

const attributesOf = ({ headers, metadata, tags, storageClass, encryption }: Version): string =>
  JSON.stringify([headers, metadata, tags, storageClass, encryption]);
