import pLimit from 'p-limit';
import { CAPABILITIES_KEY } from '../../../domain/keys.js';
import { mustHoldSomething } from '../../../ports/existence.js';
import { CapabilityFile } from '../remote/capability-file.js';
import { demandApart, KeyMap } from '../remote/key-map.js';
import { clearStale } from '../remote/probe.js';
import { ReadRetries } from '../remote/read-retries.js';
import { judgeConditions, notHeld } from '../remote/requirements.js';
import { StoreClock } from '../remote/store-clock.js';
import { ArchiveNotes, demandCopyable } from './archive.js';
import { Beside } from './beside.js';
import { Caller } from './caller.js';
import { openAnonymousClient, openClient } from './client.js';
import { diagnose } from './diagnose.js';
import { inspectStore } from './inspect.js';
import { S3Objects } from './objects.js';
import { COPY_THRESHOLD, PART_SIZE } from './options.js';
import { dialectOf, probeStore } from './probing.js';
import { aclsIn, askOwnership, askVersioning, readSetting } from './settings.js';
import { abortUploads, sweepUploads } from './uploads.js';
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
    #turns;
    #archive = new ArchiveNotes();
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
            debug: parts.debug ?? (() => { }),
        };
        this.#objects = new S3Objects(this.#context, this.#dialect);
        this.location = keys.location;
        this.requests = { concurrency, retries, jitter: () => 0.5 + random() / 2 };
        this.versions = new S3VersionKeeper(this.#context, () => this.#dialect, this.#archive);
    }
    static async open(options, parts) {
        return new S3Store(options, parts);
    }
    async inspect(options) {
        const { capabilities, versioning, warnings } = await inspectStore(this.#inspectParts(), options);
        if (capabilities !== undefined)
            this.#speak(capabilities);
        this.#versioning = versioning ?? 'unknown';
        return [...warnings, ...this.#clock.warnings()];
    }
    async now() {
        return this.#clock.now(() => this.#objects.head(CAPABILITIES_KEY));
    }
    read(key) {
        return this.#objects.read(key);
    }
    readInto(key, begin) {
        return this.#objects.readInto(key, begin);
    }
    head(key) {
        return this.#objects.head(key);
    }
    async *list(prefix, options = {}) {
        const versions = options.versions === true && (await this.#keepsVersions());
        for await (const info of this.#objects.list(prefix, { ...options, versions })) {
            this.#archive.note(info);
            yield info;
        }
    }
    put(key, body, when, guard) {
        return this.#objects.put(key, body, when, guard);
    }
    copy(source, to, guard) {
        return this.#objects.copy(source, to, guard);
    }
    finishCopy(source, standing, guard) {
        return this.#objects.finishCopy(source, standing, guard);
    }
    digest(key) {
        return this.#objects.digest(key);
    }
    /** Where the bucket keeps versions this places a delete marker; it never destroys a version. */
    remove(key, revision, guard) {
        return this.#objects.remove(key, revision, guard);
    }
    get backups() {
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
    #follow(known) {
        this.#dialect = known.#dialect;
        this.#batches = known.#batches;
        this.#versioning = known.#versioning;
        Object.assign(this.#context.beside, known.#context.beside);
        this.#objects = new S3Objects(this.#context, this.#dialect);
    }
    get replacesBlindly() {
        return !this.#dialect.holds.compare_and_swap;
    }
    /** Without batches that hold to conditions, keys are removed one by one. */
    get batch() {
        const { holds } = this.#dialect;
        const looking = this.#options.singleWriter && this.#batches && !holds.conditional_delete;
        return holds.conditional_batch_delete || looking ? this.#objects.batch : undefined;
    }
    #batches = true;
    async backupMethod(artifacts, keeps = true) {
        const pinned = artifacts.every(({ version_id: id }) => id !== undefined && id !== 'null');
        if (pinned && (await this.#keepsVersions()))
            return 'versions';
        const missing = notHeld(this.#dialect.holds, { artifacts: true, copies: true });
        judgeConditions(missing, this.location, this.#options.singleWriter);
        if (keeps)
            await demandCopyable(this.#context, artifacts);
        return 'copy';
    }
    demandReadable(manifest, artifacts) {
        return this.#archive.demandKept(this.#context, manifest, artifacts);
    }
    abortUploads(folder, isOurs, guard) {
        return abortUploads(this.#context, folder, isOurs, guard);
    }
    sweepUploads(since) {
        return sweepUploads(this.#context, since);
    }
    sweepProbes() {
        return clearStale(this.#objects, () => this.now());
    }
    diagnose() {
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
