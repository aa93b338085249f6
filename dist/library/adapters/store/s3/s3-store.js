import { failure } from '../../../domain/errors.js';
import { mustHoldSomething } from '../../../ports/existence.js';
import { CapabilityFile } from '../remote/capability-file.js';
import { KeyMap } from '../remote/key-map.js';
import { ReadRetries } from '../remote/read-retries.js';
import { judgeConditions, notHeld } from '../remote/requirements.js';
import { StoreClock } from '../remote/store-clock.js';
import { Caller } from './caller.js';
import { openAnonymousClient, openClient } from './client.js';
import { diagnose } from './diagnose.js';
import { inspectStore } from './inspect.js';
import { S3Objects } from './objects.js';
import { COPY_THRESHOLD, PART_SIZE } from './options.js';
import { dialectOf, probeStore } from './probing.js';
import { askVersioning, readSetting } from './settings.js';
import { abortUploads } from './uploads.js';
import { S3VersionKeeper } from './version-keeper.js';
/** A bucket and a prefix of it as a repository: Amazon S3, or a store that speaks its language. */
export class S3Store {
    type = 's3';
    lateRequests = true;
    location;
    requests;
    versions;
    #options;
    #parts;
    #context;
    #clock;
    #retries;
    #dialect = dialectOf(undefined);
    #objects;
    /** Undefined until it was asked for; 'unknown' when it can't, or need not, be told. */
    #versioning;
    /** Sends nothing yet. */
    constructor(options, parts) {
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
            pageSize: parts.pageSize ?? 1000,
            copyThreshold: parts.multipartCopyThreshold ?? COPY_THRESHOLD,
            partSize: parts.partSize ?? PART_SIZE,
            debug: parts.debug ?? (() => { }),
        };
        this.#objects = new S3Objects(this.#context, this.#dialect);
        this.location = keys.location;
        this.requests = { concurrency, retries, jitter: () => 0.5 + random() / 2 };
        this.versions = new S3VersionKeeper(this.#context, () => this.#dialect);
    }
    static async open(options, parts) {
        return new S3Store(options, parts);
    }
    async inspect(options) {
        const { capabilities, versioning, warnings } = await inspectStore(this.#inspectParts(), options);
        if (capabilities !== undefined)
            this.#speak(capabilities);
        this.#versioning = versioning ?? 'unknown';
        return warnings;
    }
    async now() {
        return this.#clock.now(() => this.#objects.head('index.json'));
    }
    read(key) {
        return this.#objects.read(key);
    }
    head(key) {
        return this.#objects.head(key);
    }
    async *list(prefix, options = {}) {
        const versions = options.versions === true && (await this.#keepsVersions());
        yield* this.#objects.list(prefix, { ...options, versions });
    }
    put(key, body, when, guard) {
        return this.#objects.put(key, body, when, guard);
    }
    copy(source, to, guard) {
        return this.#objects.copy(source, to, guard);
    }
    digest(key) {
        return this.#objects.digest(key);
    }
    /** Where the bucket keeps versions this places a delete marker; it never destroys a version. */
    remove(key, revision, guard) {
        return this.#objects.remove(key, revision, guard);
    }
    /** Without batches that hold to conditions, keys are removed one by one. */
    get batch() {
        const { holds } = this.#dialect;
        const looking = this.#options.singleWriter && this.#batches && !holds.conditional_delete;
        return holds.conditional_batch_delete || looking ? this.#objects.batch : undefined;
    }
    #batches = true;
    async backupMethod(artifacts) {
        const pinned = artifacts.every(({ version_id: id }) => id !== undefined && id !== 'null');
        if (pinned && (await this.#keepsVersions()))
            return 'versions';
        const missing = notHeld(this.#dialect.holds, { artifacts: true, copies: true });
        judgeConditions(missing, this.location, this.#options.singleWriter);
        return 'copy';
    }
    /**
     * Takes back uploads that dead runs left below `prefix`; how many. To be called by a recovery, below the backup folder
     * of its operation and below the version's folder, after the fence: then no part is under way any more.
     */
    abortUploads(prefix) {
        if (!prefix.endsWith('/'))
            throw failure('INTERNAL', `'${prefix}' is no folder`);
        return abortUploads(this.#context, prefix);
    }
    diagnose() {
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
    #inspectParts() {
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
    #speak(capabilities) {
        this.#dialect = dialectOf(capabilities);
        this.#batches = capabilities.batch_delete;
        this.#objects = new S3Objects(this.#context, this.#dialect);
    }
    async #keepsVersions() {
        if (this.#versioning === undefined) {
            const asked = await readSetting(this.#context, askVersioning(this.#context));
            this.#versioning = 'value' in asked ? asked.value : 'unknown';
        }
        return this.#versioning === 'Enabled';
    }
}
