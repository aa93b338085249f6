import { randomUUID } from 'node:crypto';
import { joinBytes } from '../../../domain/byte-parts.js';
import { CAPABILITIES_KEY } from '../../../domain/keys.js';
import { CapabilityFile } from '../remote/capability-file.js';
import { demandApart, KeyMap } from '../remote/key-map.js';
import { lookAbsent, lookUnchanged } from '../remote/look-first.js';
import { ReadRetries } from '../remote/read-retries.js';
import { StoreClock } from '../remote/store-clock.js';
import { BareStore } from './bare-store.js';
import { diagnose } from './diagnose.js';
import { EncryptionKeys } from './encryption-keys.js';
import { KeptObjects } from './holds.js';
import { Inspection } from './inspect.js';
import { checkedEndpoint, JsonApi } from './json-api.js';
import { Names } from './names.js';
import { patient } from './patient.js';
import { Transport } from './transport.js';
/**
 * A repository in a bucket of Google Cloud Storage. A revision is a generation: every content has its own, also the
 * same bytes written again.
 */
export class GcsStore {
    type = 'gcs';
    location;
    lateRequests = true;
    requests;
    mover;
    #options;
    #names;
    #singleWriter;
    #clock;
    #bare;
    #inspection;
    #kept = new KeptObjects();
    #keys = new EncryptionKeys();
    constructor(options) {
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
    static async open(options) {
        return new GcsStore(options);
    }
    async inspect(options) {
        const warnings = await this.#inspection.inspect(options);
        return [...warnings, ...this.#clock.warnings()];
    }
    sweepProbes() {
        return this.#inspection.sweepProbes();
    }
    diagnose() {
        return diagnose(this.#inspection);
    }
    now() {
        return this.#clock.now(() => this.head(CAPABILITIES_KEY));
    }
    read(key) {
        return this.#bare.read(key);
    }
    readInto(key, begin) {
        return this.#bare.readInto(key, begin);
    }
    head(key) {
        return this.#bare.head(key);
    }
    digest(key) {
        return this.#bare.digest(key);
    }
    list(prefix, options = {}) {
        return this.#bare.list(prefix, options);
    }
    async put(key, body, when, guard) {
        // As the wire has it: what the caller does with its bytes after the call is not what is stored.
        const sent = body instanceof Uint8Array ? joinBytes([body]) : body;
        if (when === 'absent')
            await this.#lookAbsent('create_only', key);
        else
            await this.#lookUnchanged('compare_and_swap', key, when.unchangedSince);
        return this.#bare.put(key, sent, when, guard);
    }
    async copy(source, to, guard) {
        await this.#lookUnchanged('conditional_copy_source', source.key, source.revision);
        await this.#lookAbsent('conditional_copy_target', to);
        await guard?.();
        return this.#bare.copy(source, to, guard);
    }
    finishCopy(source, standing, guard) {
        return this.#bare.finishCopy(source, standing, guard);
    }
    async remove(key, revision, guard) {
        await this.#lookUnchanged('conditional_delete', key, revision);
        await guard?.();
        return this.#bare.remove(key, revision);
    }
    get backups() {
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
    get replacesBlindly() {
        return this.#inspection.holds?.compare_and_swap === false;
    }
    /** Only where it holds to conditions, key by key. */
    get batch() {
        return this.#inspection.holds?.conditional_batch_delete === true ? this.#bare.batch : undefined;
    }
    /** Throws STEP_FAILED where artifacts are held or retained: better now than half-way through. */
    async backupMethod(artifacts) {
        this.#kept.check(artifacts, await this.now());
        return this.#inspection.method;
    }
    #note(info, resource) {
        this.#kept.note(info, resource);
        this.#keys.note(info, resource, this.#inspection.settings?.encryption?.defaultKmsKeyName);
    }
    /** Only for a server that is known not to hold to a condition, where a person says that nobody else writes. */
    #looks(condition) {
        return this.#singleWriter && this.#inspection.holds?.[condition] === false;
    }
    async #lookAbsent(condition, key) {
        if (this.#looks(condition))
            await lookAbsent((each) => this.head(each), key);
    }
    async #lookUnchanged(condition, key, revision) {
        if (this.#looks(condition))
            await lookUnchanged((each) => this.head(each), key, revision);
    }
}
/** Knows nothing that could keep a condition from being sent. */
const unknowing = (parts) => new BareStore({
    ...parts,
    lists: unknownLists(),
    seen: () => { },
    defaultClass: () => undefined,
    keyOf: () => undefined,
});
const unknownLists = () => ({ counted: undefined, visible: undefined });
function apiOf(options, clock) {
    const transport = new Transport({
        endpoint: checkedEndpoint(options.endpoint),
        timeoutMs: options.requestTimeoutMs,
    });
    const retries = new ReadRetries(options);
    return new JsonApi(transport, (read) => retries.run(read), (headers) => clock.observe(headers.get('date') ?? undefined), options.projectId);
}
