import { GcsStore } from '../../src/adapters/store/gcs/gcs-store.ts';
import { TOOL_VERSION } from '../../src/domain/tool-version.ts';
import type { ObjectStore } from '../../src/ports/object-store.ts';
import type { Snapshot } from '../crash/invariants.ts';
import { VirtualClock } from '../doubles/virtual-clock.ts';
import { type GcsCall, isWrite, mayChange } from '../servers/gcs/call.ts';
import { contentText } from '../servers/gcs/content.ts';
import type { Intercept } from '../servers/gcs/faults.ts';
import type { LogEntry } from '../servers/gcs/request-log.ts';
import { GcsServer } from '../servers/gcs/server.ts';
import type { StoredVersion } from '../servers/gcs/types.ts';
import { Aim, CutPoint, HeldPoint } from './fault-points.ts';
import { inTrouble } from './gcs-troubles.ts';
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

/** Google Cloud Storage; `moves: false` is a bucket where moves are refused. */
export class GcsRemote extends RemoteWorld {
  readonly server: GcsServer;
  /** Of clients that are made from then on: who pays. */
  projectId: string | undefined;

  private constructor(server: GcsServer, clock: VirtualClock) {
    super(clock);
    this.server = server;
  }

  static async start(options: { moves: boolean; clock?: VirtualClock }): Promise<GcsRemote> {
    const clock = options.clock ?? new VirtualClock();
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
      backupPrefix: this.backupPrefix,
      singleWriter: this.singleWriter,
      endpoint: this.server.endpoint,
      projectId: this.projectId,
      concurrency: this.concurrency,
      requestTimeoutMs: this.requestTimeoutMs,
      retries: 2,
    };
    return GcsStore.open({ ...options, toolVersion: TOOL_VERSION, clock: this.clock, random: () => 0.5 });
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
    return this.server.log.entries.filter((entry) => entry.changes).map(named);
  }

  forget(): void {
    this.server.log.reset();
    this.server.faults.clear();
  }

  cut(nth: number, moment: Moment, only = /^/): Strike {
    const cut = new CutPoint(nth, moment);
    const undo = this.#before(async (call, proceed) => {
      const what = whatOf(call);
      return (await cut.withholds(what, changes(call) && only.test(what), proceed)) ? 'drop' : proceed();
    });
    return Object.assign(cut, { undo });
  }

  requests(): readonly string[] {
    return this.server.log.entries.map(named);
  }

  readonly noEffect = new Set<Trouble>(['throttled']);

  troublesOf(what: string): readonly Trouble[] {
    const operation = what.slice(0, what.indexOf(' '));
    const changes = operation !== READS_TOGETHER && isWrite(operation as GcsCall['operation']);
    return TROUBLES.filter((trouble) => {
      // Of a batch, each call is a request of its own here: one that fails leaves the others as they are.
      if (/^error-inside|^half/.test(trouble)) return false;
      return changes || !(trouble === 'conflict' || trouble.endsWith('-after'));
    });
  }

  disturb(trouble: Trouble, target: Target, times: number): Disturbance {
    const aim = new Aim(target, times);
    const undo = this.#before((call, proceed) =>
      aim.strikes(whatOf(call)) ? inTrouble(trouble)(call, proceed) : proceed(),
    );
    return Object.assign(aim, { undo });
  }

  hold(target: Target): Held {
    const aim = new Aim(target, 1);
    const held = new HeldPoint();
    const remove = this.#before(async (call, proceed) => {
      const what = whatOf(call);
      return aim.strikes(what) ? ((await held.waits(what, proceed)) ?? 'drop') : proceed();
    });
    const undo = (): void => {
      remove();
      held.drop();
    };
    return Object.assign(held, { undo });
  }

  meet(target: Target, happens: () => void): Disturbance {
    const aim = new Aim(target, 1);
    const undo = this.#before(async (call, proceed) => {
      if (!aim.strikes(whatOf(call))) return proceed();
      happens();
      return 'drop';
    });
    return Object.assign(aim, { undo });
  }

  onCommit(hook: () => void): Disturbance {
    const aim = { hits: 0 };
    const undo = this.#before(async (call, proceed) => {
      const outcome = await proceed();
      if (call.operation !== 'objects.insert' || !isCommit(call.key ?? '', call.body)) return outcome;
      aim.hits += 1;
      hook();
      return outcome;
    });
    return Object.assign(aim, { undo });
  }

  refuse(): Promise<void> {
    return this.server.refuseConnections();
  }

  listenAgain(): Promise<void> {
    return this.server.acceptConnections();
  }

  save(): () => void {
    const snapshot = this.server.snapshot();
    const { time } = this.clock;
    const { ids } = this.machine;
    return () => {
      this.server.restore(snapshot);
      this.clock.time = time;
      this.machine.ids = ids;
      this.forget();
    };
  }

  close(): Promise<void> {
    return this.server.close();
  }

  /** For every call until it is taken away. */
  #before(intercept: Intercept): () => void {
    return this.server.faults.plant({ times: Number.POSITIVE_INFINITY }, intercept);
  }

  #live(): readonly StoredVersion[] {
    const bucket = this.server.bucket(BUCKET);
    return bucket.names(`${PREFIX}/`).flatMap((name) => bucket.live(name) ?? []);
  }
}

/** A batch changes nothing but by the calls in it. */
const changes = ({ operation }: GcsCall): boolean => operation !== 'batch' && isWrite(operation);

const READS_TOGETHER = 'reads-in-a-batch';

/** What a request is for; a batch that only reads is another thing than one that removes. */
const named = ({ operation, key, changes }: Pick<LogEntry, 'operation' | 'key' | 'changes'>): string =>
  `${operation === 'batch' && !changes ? READS_TOGETHER : operation} ${key ?? ''}`;

const whatOf = (call: GcsCall): string => named({ ...call, changes: mayChange(call) });
