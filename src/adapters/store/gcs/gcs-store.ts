import { randomUUID } from 'node:crypto';
import { type Bytes, joinBytes } from '../../../domain/byte-parts.ts';
import { CAPABILITIES_KEY } from '../../../domain/keys.ts';
import type { BackupMethod, ManifestArtifact } from '../../../domain/manifest.ts';
import type { Rows } from '../../../domain/rows.ts';
import type { Clock } from '../../../ports/clock.ts';
import type {
  BackupPlace,
  BatchRemoval,
  ByteSink,
  CopySource,
  InspectOptions,
  ListOptions,
  ObjectInfo,
  ObjectMover,
  ObjectStore,
  Precondition,
  RequestPolicy,
  Revision,
  StoredObject,
} from '../../../ports/object-store.ts';
import type { Finding } from '../../../ports/store-diagnosis.ts';
import type { Guard } from '../../../ports/workspace.ts';
import type { Condition } from '../remote/capabilities.ts';
import { CapabilityFile } from '../remote/capability-file.ts';
import { demandApart, KeyMap } from '../remote/key-map.ts';
import { lookAbsent, lookUnchanged } from '../remote/look-first.ts';
import { ReadRetries } from '../remote/read-retries.ts';
import { StoreClock } from '../remote/store-clock.ts';
import { type BareParts, BareStore } from './bare-store.ts';
import type { AccessLists } from './content-metadata.ts';
import { diagnose } from './diagnose.ts';
import { EncryptionKeys } from './encryption-keys.ts';
import { KeptObjects } from './holds.ts';
import { Inspection } from './inspect.ts';
import { checkedEndpoint, JsonApi } from './json-api.ts';
import { Names } from './names.ts';
import { patient } from './patient.ts';
import type { ObjectResource } from './resource.ts';
import { Transport } from './transport.ts';

export interface GcsStoreOptions {
  readonly bucket: string;
  /** Folder in the bucket, without '/' at either end; empty for the whole bucket. */
  readonly prefix: string;
  /** Folder of backups in the same bucket; empty: `.rollback-backups/` below the prefix. */
  readonly backupPrefix: string;
  /** Billed for the requests, where the bucket's requesters pay. */
  readonly projectId?: string | undefined;
  /** Another server than Google's; it gets no credentials where it is a loopback or speaks plain http. */
  readonly endpoint?: string | undefined;
  /** Requests under way at once, at most. */
  readonly concurrency: number;
  readonly requestTimeoutMs: number;
  /** Attempts after the first. */
  readonly retries: number;
  readonly singleWriter: boolean;
  readonly toolVersion: string;
  readonly clock: Clock;
  /** From 0 (inclusive) to 1. */
  readonly random: () => number;
}

/**
 * A repository in a bucket of Google Cloud Storage. A revision is a generation: every content has its own, also the
 * same bytes written again.
 */
export class GcsStore implements ObjectStore {
  readonly type = 'gcs';
  readonly location: string;
  readonly lateRequests = true;
  readonly requests: RequestPolicy;
  readonly mover: ObjectMover;
  readonly #options: GcsStoreOptions;
  readonly #names: Names;
  readonly #singleWriter: boolean;
  readonly #clock: StoreClock;
  readonly #bare: BareStore;
  readonly #inspection: Inspection;
  readonly #kept = new KeptObjects();
  readonly #keys = new EncryptionKeys();

  private constructor(options: GcsStoreOptions) {
    const { concurrency, retries, random, singleWriter } = options;
    this.#clock = new StoreClock(options.clock);
    const names = new Names(new KeyMap({ ...options, scheme: 'gs' }), options.bucket);
    this.#options = options;
    this.#names = names;
    this.location = names.keys.location;
    this.requests = { concurrency, retries, jitter: () => 0.5 + random() / 2 };
    this.#singleWriter = singleWriter;
    const parts = {
      api: apiOf(options, this.#clock),
      names,
      lists: unknownLists(),
    };
    this.#bare = new BareStore({
      ...parts,
      seen: (info, resource) => this.#note(info, resource),
      defaultClass: () => this.#inspection.settings?.storageClass,
      keyOf: (source) => this.#keys.of(source),
    });
    this.mover = this.#bare.mover;
    this.#inspection = new Inspection({
      ...parts,
      file: new CapabilityFile(this, { tool_version: options.toolVersion, service: parts.api.endpoint }),
      subject: patient(unknowing(parts), options.clock, retries),
      singleWriter,
      toolVersion: options.toolVersion,
      clock: this.#clock,
      now: () => this.now(),
      id: randomUUID,
    });
  }

  /** Sends nothing yet; credentials are looked for by the first request. Throws BAD_INPUT for an endpoint that is none. */
  static async open(options: GcsStoreOptions): Promise<GcsStore> {
    return new GcsStore(options);
  }

  async inspect(options: InspectOptions): Promise<readonly string[]> {
    const warnings = await this.#inspection.inspect(options);
    return [...warnings, ...this.#clock.warnings()];
  }

  sweepProbes(): Promise<void> {
    return this.#inspection.sweepProbes();
  }

  diagnose(): Promise<readonly Finding[]> {
    return diagnose(this.#inspection);
  }

  now(): Promise<number> {
    return this.#clock.now(() => this.head(CAPABILITIES_KEY));
  }

  read(key: string): Promise<StoredObject | undefined> {
    return this.#bare.read(key);
  }

  readInto<T>(key: string, begin: () => ByteSink<T>): Promise<T | undefined> {
    return this.#bare.readInto(key, begin);
  }

  head(key: string): Promise<ObjectInfo | undefined> {
    return this.#bare.head(key);
  }

  digest(key: string): Promise<string | undefined> {
    return this.#bare.digest(key);
  }

  list(prefix: string, options: ListOptions = {}): AsyncIterable<ObjectInfo> {
    return this.#bare.list(prefix, options);
  }

  async put(key: string, body: Bytes, when: Precondition, guard?: Guard): Promise<Revision> {
    // As the wire has it: what the caller does with its bytes after the call is not what is stored.
    const sent = body instanceof Uint8Array ? joinBytes([body]) : body;
    if (when === 'absent') await this.#lookAbsent('create_only', key);
    else await this.#lookUnchanged('compare_and_swap', key, when.unchangedSince);
    return this.#bare.put(key, sent, when, guard);
  }

  async copy(source: CopySource, to: string, guard?: Guard): Promise<ObjectInfo> {
    await this.#lookUnchanged('conditional_copy_source', source.key, source.revision);
    await this.#lookAbsent('conditional_copy_target', to);
    await guard?.();
    return this.#bare.copy(source, to, guard);
  }

  finishCopy(source: CopySource, standing: ObjectInfo, guard?: Guard): Promise<ObjectInfo> {
    return this.#bare.finishCopy(source, standing, guard);
  }

  async remove(key: string, revision: Revision, guard?: Guard): Promise<void> {
    await this.#lookUnchanged('conditional_delete', key, revision);
    await guard?.();
    return this.#bare.remove(key, revision);
  }

  get backups(): BackupPlace {
    const options = this.#options;
    return {
      prefix: this.#names.keys.backupPrefix,
      problem: (key) => this.#names.keys.problem(key),
      at: async (backupPrefix) => {
        demandApart(options.prefix, backupPrefix);
        const there = new GcsStore({ ...options, backupPrefix });
        there.#inspection.follow(this.#inspection);
        return there;
      },
    };
  }

  get replacesBlindly(): boolean {
    return this.#inspection.holds?.compare_and_swap === false;
  }

  /** Only where it holds to conditions, key by key. */
  get batch(): BatchRemoval | undefined {
    return this.#inspection.holds?.conditional_batch_delete === true ? this.#bare.batch : undefined;
  }

  /** Throws STEP_FAILED where artifacts are held or retained: better now than half-way through. */
  async backupMethod(artifacts: Rows<ManifestArtifact>): Promise<BackupMethod> {
    this.#kept.check(artifacts, await this.now());
    return this.#inspection.method;
  }

  #note(info: ObjectInfo, resource: ObjectResource): void {
    this.#kept.note(info, resource);
    this.#keys.note(info, resource, this.#inspection.settings?.encryption?.defaultKmsKeyName);
  }

  /** Only for a server that is known not to hold to a condition, where a person says that nobody else writes. */
  #looks(condition: Condition): boolean {
    return this.#singleWriter && this.#inspection.holds?.[condition] === false;
  }

  async #lookAbsent(condition: Condition, key: string): Promise<void> {
    if (this.#looks(condition)) await lookAbsent((each) => this.head(each), key);
  }

  async #lookUnchanged(condition: Condition, key: string, revision: Revision): Promise<void> {
    if (this.#looks(condition)) await lookUnchanged((each) => this.head(each), key, revision);
  }
}

/** Knows nothing that could keep a condition from being sent. */
const unknowing = (parts: Pick<BareParts, 'api' | 'names'>): BareStore =>
  new BareStore({
    ...parts,
    lists: unknownLists(),
    seen: () => {},
    defaultClass: () => undefined,
    keyOf: () => undefined,
  });

const unknownLists = (): AccessLists => ({ counted: undefined, visible: undefined });

function apiOf(options: GcsStoreOptions, clock: StoreClock): JsonApi {
  const transport = new Transport({
    endpoint: checkedEndpoint(options.endpoint),
    timeoutMs: options.requestTimeoutMs,
  });
  const retries = new ReadRetries(options);
  return new JsonApi(
    transport,
    (read) => retries.run(read),
    (headers) => clock.observe(headers.get('date') ?? undefined),
    options.projectId,
  );
}
