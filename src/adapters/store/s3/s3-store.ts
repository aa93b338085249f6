import type { Bytes } from '../../../domain/byte-parts.ts';
import type { BackupMethod, ManifestArtifact } from '../../../domain/manifest.ts';
import type { Rows } from '../../../domain/rows.ts';
import { mustHoldSomething } from '../../../ports/existence.ts';
import type {
  BatchRemoval,
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
import { KeyMap } from '../remote/key-map.ts';
import { ReadRetries } from '../remote/read-retries.ts';
import { judgeConditions, notHeld } from '../remote/requirements.ts';
import { StoreClock } from '../remote/store-clock.ts';
import { Caller } from './caller.ts';
import { openAnonymousClient, openClient } from './client.ts';
import type { Dialect, S3Context } from './context.ts';
import { diagnose } from './diagnose.ts';
import { type InspectParts, inspectStore } from './inspect.ts';
import { S3Objects } from './objects.ts';
import { COPY_THRESHOLD, PART_SIZE, type S3StoreOptions, type S3StoreParts } from './options.ts';
import { dialectOf, probeStore } from './probing.ts';
import { askVersioning, readSetting, type Versioning } from './settings.ts';
import { abortUploads } from './uploads.ts';
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
    this.#retries = new ReadRetries({ clock, random, retries });
    const keys = new KeyMap({ scheme: 's3', ...options });
    const client = openClient(options, parts, ({ date }) => this.#clock.observe(date));
    const where = { location: keys.location, bucket, region: options.region };
    const timeoutMs = options.requestTimeoutMs;
    this.#context = {
      bucket,
      keys,
      caller: new Caller({ client, where, timeoutMs, clock, random, retries }),
      concurrency,
      checksums: options.endpoint === undefined,
      pageSize: parts.pageSize ?? 1000,
      copyThreshold: parts.multipartCopyThreshold ?? COPY_THRESHOLD,
      partSize: parts.partSize ?? PART_SIZE,
      debug: parts.debug ?? (() => {}),
    };
    this.#objects = new S3Objects(this.#context, this.#dialect);
    this.location = keys.location;
    this.requests = { concurrency, retries, jitter: () => 0.5 + random() / 2 };
    this.versions = new S3VersionKeeper(this.#context, () => this.#dialect);
  }

  static async open(options: S3StoreOptions, parts: S3StoreParts): Promise<S3Store> {
    return new S3Store(options, parts);
  }

  async inspect(options: InspectOptions): Promise<readonly string[]> {
    const { capabilities, versioning, warnings } = await inspectStore(this.#inspectParts(), options);
    if (capabilities !== undefined) this.#speak(capabilities);
    this.#versioning = versioning ?? 'unknown';
    return warnings;
  }

  async now(): Promise<number> {
    return this.#clock.now(() => this.#objects.head('index.json'));
  }

  read(key: string): Promise<StoredObject | undefined> {
    return this.#objects.read(key);
  }

  head(key: string): Promise<ObjectInfo | undefined> {
    return this.#objects.head(key);
  }

  async *list(prefix: string, options: ListOptions = {}): AsyncIterable<ObjectInfo> {
    const versions = options.versions === true && (await this.#keepsVersions());
    yield* this.#objects.list(prefix, { ...options, versions });
  }

  put(key: string, body: Bytes, when: Precondition, guard?: Guard): Promise<Revision> {
    return this.#objects.put(key, body, when, guard);
  }

  copy(source: CopySource, to: string, guard?: Guard): Promise<ObjectInfo> {
    return this.#objects.copy(source, to, guard);
  }

  digest(key: string): Promise<string | undefined> {
    return this.#objects.digest(key);
  }

  /** Where the bucket keeps versions this places a delete marker; it never destroys a version. */
  remove(key: string, revision: Revision, guard?: Guard): Promise<void> {
    return this.#objects.remove(key, revision, guard);
  }

  /** Without batches that hold to conditions, keys are removed one by one. */
  get batch(): BatchRemoval | undefined {
    const { holds } = this.#dialect;
    const looking = this.#options.singleWriter && this.#batches && !holds.conditional_delete;
    return holds.conditional_batch_delete || looking ? this.#objects.batch : undefined;
  }
  #batches = true;

  async backupMethod(artifacts: Rows<ManifestArtifact>): Promise<BackupMethod> {
    const pinned = artifacts.every(({ version_id: id }) => id !== undefined && id !== 'null');
    if (pinned && (await this.#keepsVersions())) return 'versions';
    const missing = notHeld(this.#dialect.holds, { artifacts: true, copies: true });
    judgeConditions(missing, this.location, this.#options.singleWriter);
    return 'copy';
  }

  abortUploads(folder: string, isOurs: (key: string) => boolean, guard: Guard): Promise<number> {
    return abortUploads(this.#context, folder, isOurs, guard);
  }

  diagnose(): Promise<readonly Finding[]> {
    const { file, probe, keep } = this.#inspectParts();
    return diagnose({
      context: this.#context,
      anonymous: () => openAnonymousClient(this.#options, this.#parts),
      probe: async () => {
        const capabilities = await probe();
        await keep(capabilities, (await file.read()).stored);
        return capabilities;
      },
      list: (prefix) => this.#objects.list(prefix, { limit: 50 }),
      skew: () => this.#clock.skew,
      monotonic: () => this.#parts.clock.monotonic(),
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
        return probeStore({ context, clock, toolVersion, service, retries: this.#retries });
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
