import pLimit from 'p-limit';
import type { Bytes } from '../../../domain/byte-parts.ts';
import { CAPABILITIES_KEY } from '../../../domain/keys.ts';
import type { BackupMethod, ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import type { Rows } from '../../../domain/rows.ts';
import { mustHoldSomething } from '../../../ports/existence.ts';
import type {
  BackupPlace,
  BatchRemoval,
  ByteSink,
  CopySource,
  InspectOptions,
  ListOptions,
  ObjectInfo,
  ObjectStore,
  Precondition,
  RequestPolicy,
  Revision,
  StoredObject,
  VersionKeeper,
} from '../../../ports/object-store.ts';
import type { Finding } from '../../../ports/store-diagnosis.ts';
import type { Guard } from '../../../ports/workspace.ts';
import type { Capabilities } from '../remote/capabilities.ts';
import { CapabilityFile } from '../remote/capability-file.ts';
import { demandApart, KeyMap } from '../remote/key-map.ts';
import { clearStale } from '../remote/probe.ts';
import { ReadRetries } from '../remote/read-retries.ts';
import { judgeConditions, notHeld } from '../remote/requirements.ts';
import { StoreClock } from '../remote/store-clock.ts';
import { ArchiveNotes, demandCopyable } from './archive.ts';
import { Beside } from './beside.ts';
import { Caller, type Turns } from './caller.ts';
import { openAnonymousClient, openClient } from './client.ts';
import type { Dialect, S3Context } from './context.ts';
import { diagnose } from './diagnose.ts';
import { type InspectParts, inspectStore } from './inspect.ts';
import { S3Objects } from './objects.ts';
import { COPY_THRESHOLD, PART_SIZE, type S3StoreOptions, type S3StoreParts } from './options.ts';
import { dialectOf, probeStore } from './probing.ts';
import { aclsIn, askOwnership, askVersioning, readSetting, type Versioning } from './settings.ts';
import { abortUploads, sweepUploads } from './uploads.ts';
import { S3VersionKeeper } from './version-keeper.ts';

/** A bucket and a prefix of it as a repository: Amazon S3, or a store that speaks its language. */
export class S3Store implements ObjectStore {
  readonly type = 's3';
  readonly lateRequests = true;
  readonly location: string;
  readonly requests: RequestPolicy;
  readonly versions: VersionKeeper;
  readonly #options: S3StoreOptions;
  readonly #parts: S3StoreParts;
  readonly #context: S3Context;
  readonly #clock: StoreClock;
  readonly #retries: ReadRetries;
  readonly #turns: Turns;
  readonly #archive = new ArchiveNotes();
  #dialect: Dialect = dialectOf(undefined);
  #objects: S3Objects;
  /** Undefined until it was asked for; 'unknown' when it can't, or need not, be told. */
  #versioning: Versioning | 'unknown' | undefined;

  /** Sends nothing yet. */
  constructor(options: S3StoreOptions, parts: S3StoreParts) {
    const { bucket, concurrency, retries } = options;
    const { clock, random } = parts;
    this.#options = options;
    this.#parts = parts;
    this.#clock = new StoreClock(clock);
    this.#turns = parts.turns ?? pLimit(concurrency);
    this.#retries = new ReadRetries({ clock, random, retries });
    const keys = new KeyMap({ scheme: 's3', ...options });
    const client = openClient(options, parts, ({ date }) => this.#clock.observe(date));
    const where = { location: keys.location, bucket, region: options.region };
    const timeoutMs = options.requestTimeoutMs;
    this.#context = {
      bucket,
      keys,
      caller: new Caller({ client, where, timeoutMs, clock, random, retries, turns: this.#turns }),
      concurrency,
      checksums: options.endpoint === undefined,
      pageSize: parts.pageSize ?? 1000,
      copyThreshold: parts.multipartCopyThreshold ?? COPY_THRESHOLD,
      partSize: parts.partSize ?? PART_SIZE,
      beside: new Beside(),
      debug: parts.debug ?? (() => {}),
    };
    this.#objects = new S3Objects(this.#context, this.#dialect);
    this.location = keys.location;
    this.requests = { concurrency, retries, jitter: () => 0.5 + random() / 2 };
    this.versions = new S3VersionKeeper(this.#context, () => this.#dialect, this.#archive);
  }

  static async open(options: S3StoreOptions, parts: S3StoreParts): Promise<S3Store> {
    return new S3Store(options, parts);
  }

  async inspect(options: InspectOptions): Promise<readonly string[]> {
    const { capabilities, versioning, warnings } = await inspectStore(this.#inspectParts(), options);
    if (capabilities !== undefined) this.#speak(capabilities);
    this.#versioning = versioning ?? 'unknown';
    return [...warnings, ...this.#clock.warnings()];
  }

  async now(): Promise<number> {
    return this.#clock.now(() => this.#objects.head(CAPABILITIES_KEY));
  }

  read(key: string): Promise<StoredObject | undefined> {
    return this.#objects.read(key);
  }

  readInto<T>(key: string, begin: () => ByteSink<T>): Promise<T | undefined> {
    return this.#objects.readInto(key, begin);
  }

  head(key: string): Promise<ObjectInfo | undefined> {
    return this.#objects.head(key);
  }

  async *list(prefix: string, options: ListOptions = {}): AsyncIterable<ObjectInfo> {
    const versions = options.versions === true && (await this.#keepsVersions());
    for await (const info of this.#objects.list(prefix, { ...options, versions })) {
      this.#archive.note(info);
      yield info;
    }
  }

  put(key: string, body: Bytes, when: Precondition, guard?: Guard): Promise<Revision> {
    return this.#objects.put(key, body, when, guard);
  }

  copy(source: CopySource, to: string, guard?: Guard): Promise<ObjectInfo> {
    return this.#objects.copy(source, to, guard);
  }

  finishCopy(source: CopySource, standing: ObjectInfo, guard?: Guard): Promise<ObjectInfo> {
    return this.#objects.finishCopy(source, standing, guard);
  }

  digest(key: string): Promise<string | undefined> {
    return this.#objects.digest(key);
  }

  /** Where the bucket keeps versions this places a delete marker; it never destroys a version. */
  remove(key: string, revision: Revision, guard?: Guard): Promise<void> {
    return this.#objects.remove(key, revision, guard);
  }

  get backups(): BackupPlace {
    const options = this.#options;
    return {
      prefix: this.#context.keys.backupPrefix,
      problem: (key) => this.#context.keys.problem(key),
      at: async (backupPrefix) => {
        demandApart(options.prefix, backupPrefix);
        const there = new S3Store({ ...options, backupPrefix }, { ...this.#parts, turns: this.#turns });
        there.#follow(this);
        return there;
      },
    };
  }

  /** The same bucket: what is known of it need not be asked again. */
  #follow(known: S3Store): void {
    this.#dialect = known.#dialect;
    this.#batches = known.#batches;
    this.#versioning = known.#versioning;
    Object.assign(this.#context.beside, known.#context.beside);
    this.#objects = new S3Objects(this.#context, this.#dialect);
  }

  get replacesBlindly(): boolean {
    return !this.#dialect.holds.compare_and_swap;
  }

  /** Without batches that hold to conditions, keys are removed one by one. */
  get batch(): BatchRemoval | undefined {
    const { holds } = this.#dialect;
    const looking = this.#options.singleWriter && this.#batches && !holds.conditional_delete;
    return holds.conditional_batch_delete || looking ? this.#objects.batch : undefined;
  }
  #batches = true;

  async backupMethod(artifacts: Rows<ManifestArtifact>, keeps = true): Promise<BackupMethod> {
    const pinned = artifacts.every(({ version_id: id }) => id !== undefined && id !== 'null');
    if (pinned && (await this.#keepsVersions())) return 'versions';
    const missing = notHeld(this.#dialect.holds, { artifacts: true, copies: true });
    judgeConditions(missing, this.location, this.#options.singleWriter);
    if (keeps) await demandCopyable(this.#context, artifacts);
    return 'copy';
  }

  demandReadable(manifest: OperationManifest, artifacts: readonly ManifestArtifact[]): Promise<void> {
    return this.#archive.demandKept(this.#context, manifest, artifacts);
  }

  abortUploads(folder: string, isOurs: (key: string, at: number) => boolean, guard: Guard): Promise<number> {
    return abortUploads(this.#context, folder, isOurs, guard);
  }

  sweepUploads(since: number): Promise<void> {
    return sweepUploads(this.#context, since);
  }

  sweepProbes(): Promise<void> {
    return clearStale(this.#objects, () => this.now());
  }

  diagnose(): Promise<readonly Finding[]> {
    const { file, probe, keep } = this.#inspectParts();
    return diagnose({
      context: this.#context,
      keeper: this.versions,
      anonymous: () => openAnonymousClient(this.#options, this.#parts),
      probe: async () => {
        const capabilities = await probe();
        await keep(capabilities, (await file.read()).stored);
        return capabilities;
      },
      list: (prefix) => this.#objects.list(prefix, { limit: 50 }),
      skew: () => this.#clock.skew,
      monotonic: () => this.#parts.clock.monotonic(),
      singleWriter: this.#options.singleWriter,
    });
  }

  #inspectParts(): InspectParts {
    const context = this.#context;
    const { clock, toolVersion } = this.#parts;
    const { endpoint, singleWriter } = this.#options;
    const service = endpoint === undefined ? 'aws' : new URL(endpoint).host;
    const file = new CapabilityFile(this, { tool_version: toolVersion, service });
    return {
      context,
      file,
      singleWriter,
      amazon: endpoint === undefined,
      probe: async () => {
        await mustHoldSomething(this);
        await this.sweepProbes();
        const found = await probeStore({ context, clock, toolVersion, service, retries: this.#retries });
        return { ...found, ...aclsIn(await readSetting(context, askOwnership(context))) };
      },
      keep: async (capabilities, stored) => {
        this.#speak(capabilities);
        await file.keep(capabilities, stored);
      },
    };
  }

  #speak(capabilities: Capabilities): void {
    this.#dialect = dialectOf(capabilities);
    this.#batches = capabilities.batch_delete;
    this.#objects = new S3Objects(this.#context, this.#dialect);
  }

  async #keepsVersions(): Promise<boolean> {
    if (this.#versioning === undefined) {
      const asked = await readSetting(this.#context, askVersioning(this.#context));
      this.#versioning = 'value' in asked ? asked.value : 'unknown';
    }
    return this.#versioning === 'Enabled';
  }
}
