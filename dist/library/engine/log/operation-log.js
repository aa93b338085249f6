import { failure } from '../../domain/errors.js';
import { BY_VERSION, CAPABILITIES_KEY, countdown, LOG, MANIFESTS, recordKey, sequenceOf, } from '../../domain/keys.js';
import { encodeJson, sha256Hex } from '../../domain/log-record.js';
import { ConflictError, isUnanswered, mayHaveLanded, UnansweredError, } from '../../ports/object-store.js';
import { UNGUARDED } from '../../ports/workspace.js';
import { decodeRecord } from './decoding.js';
/** Another record stands at the number that ours would have had; `standing` is that record, if it can be read. */
export class LostRace extends Error {
    standing;
    constructor(message, standing) {
        super(message);
        this.standing = standing;
    }
}
const ONE_ATTEMPT = { send: (request) => request(UNGUARDED) };
/** What else of ours lies beside the records. */
const OWN_NAMES = new Set([BY_VERSION, MANIFESTS, CAPABILITIES_KEY]);
/** Reads and appends the numbered, hash-chained records under `.rollback-log/` (DESIGN §2). */
export class OperationLog {
    #store;
    #sender;
    /** Without a sender every append is one attempt. */
    constructor(store, sender = ONE_ATTEMPT) {
        this.#store = store;
        this.#sender = sender;
    }
    /**
     * The newest record: it alone tells the state. Undefined for a repository without a log. Throws LOG_BROKEN when it
     * can't be read or the one before it is missing; what that one says is looked at by `link` only.
     */
    async head() {
        const [newest, before] = await this.#newest(2);
        if (newest === undefined)
            return undefined;
        const head = await this.#read(newest);
        if (head === undefined)
            throw broken(`record ${countdown(newest)} is not readable`);
        if (newest === 1 || head.record.accepts_break === true)
            return head;
        if (before !== newest - 1)
            throw broken(`the record before ${countdown(newest)} is missing`);
        return head;
    }
    /** Throws LOG_BROKEN when the record before `head` is not the one that it was chained to. One request. */
    async link({ record }) {
        if (record.sequence === 1 || record.accepts_break === true)
            return;
        const before = record.sequence - 1;
        const previous = await this.#store.read(recordKey(before));
        if (previous === undefined || sha256Hex(previous.body) !== record.previous_hash) {
            throw broken(`record ${countdown(before)} is not the one that ${countdown(record.sequence)} was chained to`);
        }
    }
    /** For `recover --accept-log-break`; undefined for a repository without a log. */
    async salvage() {
        const sequences = await this.#newest(Number.POSITIVE_INFINITY);
        const [newest] = sequences;
        if (newest === undefined)
            return undefined;
        const stored = await this.#store.read(recordKey(newest));
        const taken = { sequence: newest, hash: stored === undefined ? '' : sha256Hex(stored.body) };
        for (const sequence of sequences) {
            const head = await this.#read(sequence);
            if (head !== undefined)
                return { newest: taken, head };
        }
        return { newest: taken, head: undefined };
    }
    /** Every record, oldest first; unreadable ones as undefined. For `list` and the tests' invariants. */
    async all() {
        const sequences = [...(await this.#newest(Number.POSITIVE_INFINITY))].reverse();
        const records = [];
        for (const sequence of sequences)
            records.push({ sequence, head: await this.#read(sequence) });
        return records;
    }
    /**
     * Creates the record after `after`. A lost reply or a conflict may be our own success: the nonce tells.
     * Throws LostRace when another's record stands there, UNREACHABLE when it can't be found out.
     */
    async append(draft, after) {
        const sequence = (after?.sequence ?? 0) + 1;
        const record = {
            schema_version: 1,
            sequence,
            previous_hash: after?.hash ?? '',
            ...draft,
        };
        const body = encodeJson(record);
        let unclear = false;
        const put = async (guard) => {
            try {
                await this.#store.put(recordKey(sequence), body, 'absent', guard);
            }
            catch (thrown) {
                unclear ||= mayHaveLanded(thrown);
                throw thrown;
            }
        };
        try {
            await this.#sender.send(put);
        }
        catch (thrown) {
            if (thrown instanceof ConflictError)
                return this.#settle(sequence, draft.nonce);
            if (!unclear)
                throw thrown;
            // What refuses this attempt says nothing of an earlier one that may stand there, or may yet.
            const landed = isUnanswered(thrown) ? undefined : await this.#landed(sequence, draft.nonce);
            if (landed === undefined)
                throw unanswered(sequence, thrown);
            return landed;
        }
        // The record stands, whatever becomes of a look at the store's clock; then ours has to do.
        const modified = await this.#store.now().catch(() => Date.parse(record.time));
        return { record, hash: sha256Hex(body), modified };
    }
    /** Refused for good, but an attempt before that got no answer may have made the record all the same. */
    async #landed(sequence, nonce) {
        const standing = await this.#read(sequence).catch(() => undefined);
        return standing?.record.nonce === nonce ? standing : undefined;
    }
    async #settle(sequence, nonce) {
        let standing;
        try {
            standing = await this.#read(sequence);
        }
        catch (thrown) {
            throw unanswered(sequence, thrown);
        }
        if (standing?.record.nonce === nonce)
            return standing;
        throw new LostRace(`record ${countdown(sequence)} is another's`, standing);
    }
    async #read(sequence) {
        const stored = await this.#store.read(recordKey(sequence));
        const record = stored === undefined ? undefined : await decodeRecord(stored.body);
        if (stored === undefined || record === undefined || record.sequence !== sequence)
            return undefined;
        return { record, hash: sha256Hex(stored.body), modified: stored.info.modified };
    }
    /** One short listing; whatever else lies there (`.DS_Store` sorts first) must not hide a record. */
    async #newest(atMost) {
        if (!Number.isFinite(atMost))
            return (await this.#numbers({})).found;
        const { found, strangers } = await this.#numbers({ limit: atMost });
        return strangers === 0 ? found : (await this.#numbers({})).found.slice(0, atMost);
    }
    async #numbers(options) {
        const found = [];
        let strangers = 0;
        for await (const info of this.#store.list(LOG, { shallow: true, ...options })) {
            const sequence = sequenceOf(info.key.slice(LOG.length));
            if (sequence !== undefined)
                found.push(sequence);
            else if (!OWN_NAMES.has(info.key))
                strangers += 1;
        }
        return { found, strangers };
    }
}
function unanswered(sequence, cause) {
    if (isUnanswered(cause))
        return cause;
    const text = cause instanceof Error ? cause.message : String(cause);
    const message = `Whether record ${countdown(sequence)} was written is not known: ${text}`;
    return new UnansweredError(message, { landed: 'unknown', cause });
}
const broken = (what) => failure('LOG_BROKEN', `The operation log is broken: ${what}`);
