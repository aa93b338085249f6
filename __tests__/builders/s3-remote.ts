import { S3Store } from '../../src/adapters/store/s3/s3-store.ts';
import { TOOL_VERSION } from '../../src/domain/tool-version.ts';
import type { ObjectStore } from '../../src/ports/object-store.ts';
import type { Snapshot } from '../crash/invariants.ts';
import { VirtualClock } from '../doubles/virtual-clock.ts';
import { Content } from '../servers/s3/content.ts';
import { S3Server } from '../servers/s3/server.ts';
import type { Version } from '../servers/s3/version.ts';
import { Aim, CutPoint, HeldPoint } from './fault-points.ts';
import {
  BUCKET,
  type Disturbance,
  fixtureFiles,
  type Held,
  isCommit,
  keyInBucket,
  keyInRepository,
  type Moment,
  PREFIX,
  RemoteWorld,
  type Strike,
  type Target,
  TROUBLES,
  type Trouble,
} from './remote-world.ts';
import { inTrouble } from './s3-troubles.ts';

export class S3Remote extends RemoteWorld {
  readonly server: S3Server;
  readonly #parts: { readonly multipartCopyThreshold?: number; readonly partSize?: number };

  private constructor(server: S3Server, clock: VirtualClock, parts: boolean) {
    super(clock);
    this.server = server;
    this.#parts = parts ? { multipartCopyThreshold: 1, partSize: 2048 } : {};
  }

  /** `parts`: everything is copied in parts, as what is too large for one copy. */
  static async start(options: {
    versioned: boolean;
    parts?: boolean;
    clock?: VirtualClock;
  }): Promise<S3Remote> {
    const clock = options.clock ?? new VirtualClock();
    const limits = { smallestPart: 1 };
    const server = await S3Server.start({ now: () => clock.now(), limits });
    const world = new S3Remote(server, clock, options.parts === true);
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
      backupPrefix: this.backupPrefix,
      singleWriter: this.singleWriter,
      endpoint: this.server.endpoint,
      concurrency: this.concurrency,
      requestTimeoutMs: this.requestTimeoutMs,
      retries: 2,
      region: this.server.region,
      forcePathStyle: true,
    };
    const { credentials } = this.server;
    return S3Store.open(options, {
      toolVersion: TOOL_VERSION,
      clock: this.clock,
      random: () => 0.5,
      env: {},
      credentials,
      ...this.#parts,
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
    return this.server.log.changes.map(whatOf);
  }

  forget(): void {
    this.server.log.reset();
    this.server.faults.clear();
  }

  cut(nth: number, moment: Moment, only = /^/): Strike {
    const cut = new CutPoint(nth, moment);
    const fault = this.server.faults.add(async (request, proceed) => {
      const what = whatOf(request);
      return (await cut.withholds(what, request.changes && only.test(what), proceed)) ? 'reset' : proceed();
    });
    return Object.assign(cut, { undo: () => fault.remove() });
  }

  requests(): readonly string[] {
    return this.server.log.entries.map(whatOf);
  }

  readonly noEffect = new Set<Trouble>(['busy', 'throttled', 'conflict']);

  troublesOf(what: string): readonly Trouble[] {
    const inside = /^(CopyObject|UploadPartCopy|CompleteMultipartUpload) /.test(what);
    const batch = what.startsWith('DeleteObjects ');
    const changes = !/^(Get|Head|List)/.test(what);
    return TROUBLES.filter((trouble) => {
      if (trouble.startsWith('error-inside')) return inside;
      if (trouble.startsWith('half')) return batch;
      return changes || !(trouble === 'conflict' || trouble.endsWith('-after'));
    });
  }

  disturb(trouble: Trouble, target: Target, times: number): Disturbance {
    const aim = new Aim(target, times);
    const fault = this.server.faults.add(async (request, proceed) =>
      aim.strikes(whatOf(request)) ? inTrouble(trouble, this.server)(request, proceed) : proceed(),
    );
    return Object.assign(aim, { undo: () => fault.remove() });
  }

  hold(target: Target): Held {
    const aim = new Aim(target, 1);
    const held = new HeldPoint();
    const fault = this.server.faults.add(async (request, proceed) => {
      const what = whatOf(request);
      return aim.strikes(what) ? ((await held.waits(what, proceed)) ?? 'reset') : proceed();
    });
    const undo = (): void => {
      fault.remove();
      held.drop();
    };
    return Object.assign(held, { undo });
  }

  meet(target: Target, happens: () => void): Disturbance {
    const aim = new Aim(target, 1);
    const fault = this.server.faults.add(async (request, proceed) => {
      if (!aim.strikes(whatOf(request))) return proceed();
      happens();
      return 'reset';
    });
    return Object.assign(aim, { undo: () => fault.remove() });
  }

  onCommit(hook: () => void): Disturbance {
    const aim = { hits: 0 };
    const fault = this.server.faults.add(async (request, proceed) => {
      const outcome = await proceed();
      if (request.operation !== 'PutObject' || !isCommit(request.key, request.body)) return outcome;
      aim.hits += 1;
      hook();
      return outcome;
    });
    return Object.assign(aim, { undo: () => fault.remove() });
  }

  refuse(): Promise<void> {
    return this.server.refuseConnections();
  }

  listenAgain(): Promise<void> {
    return this.server.reopen();
  }

  save(): () => void {
    const state = this.server.state.clone();
    const { time } = this.clock;
    const { ids } = this.machine;
    return () => {
      this.server.state = state.clone();
      this.clock.time = time;
      this.machine.ids = ids;
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

const whatOf = ({ operation, key }: { operation: string; key: string }): string =>
  // What is drawn anew in each run must not make another request of it.
  `${operation} ${key.replace(/permission-test-[0-9a-f-]{36}$/, 'permission-test')}`;

const attributesOf = ({ headers, metadata, tags, storageClass, encryption }: Version): string =>
  JSON.stringify([headers, metadata, tags, storageClass, encryption]);
