import { failure } from '../../domain/errors.js';
import { isCloser, } from '../../domain/log-record.js';
import { SupersededError } from '../../ports/workspace.js';
import { LostRace } from './operation-log.js';
/** How long a holder goes on without a word before it proves itself by a `beat` (DESIGN §4), milliseconds. */
const SILENCE_LIMIT = 40_000;
const BEAT_EVERY = 20_000;
/** How often each operation is being worked on in this very process: a record of ours without is a dead holder's. */
const working = new Map();
export const isWorking = (operationId) => (working.get(operationId) ?? 0) > 0;
const work = (operationId, change) => {
    const count = (working.get(operationId) ?? 0) + change;
    if (count > 0)
        working.set(operationId, count);
    else
        working.delete(operationId);
};
/** One holder's turn at an open operation: the only way to append to the log while it is open. */
export class Tenure {
    #parts;
    #holder;
    #open;
    #head;
    #began;
    #queue = Promise.resolve();
    #stopBeating = () => { };
    #lost;
    #released = false;
    /** Appends of ours whose outcome is unknown; one may stand at the number that the next one would have. */
    #unclear = new Set();
    /** Whether a create or delete of ours got no answer, so that a late one may still land. */
    unresolved = false;
    constructor(parts, holder, open, head, began) {
        this.#parts = parts;
        this.#holder = holder;
        this.#open = open;
        this.#head = head;
        this.#began = began;
    }
    /** Opens an operation after `head`, whose repository has none open. Throws LostRace. */
    static async claim(parts, open, after, acceptsBreak = false) {
        return Tenure.#begin(parts, 'claim', open, after, acceptsBreak);
    }
    /** Takes a dead holder's operation over: the next epoch of the same operation. Throws LostRace. */
    static async takeOver(parts, dead, after, acceptsBreak = false) {
        return Tenure.#begin(parts, 'takeover', { ...dead, epoch: dead.epoch + 1 }, after, acceptsBreak);
    }
    static async #begin(parts, kind, open, after, acceptsBreak) {
        const holder = await parts.host.holder();
        const record = {
            ...stamp(parts, open, holder, kind),
            open,
            ...(acceptsBreak ? { accepts_break: true } : {}),
        };
        // Before the record is there: another session of this process would take it for a dead holder's.
        work(open.operation_id, 1);
        const began = timeOf(parts.clock);
        try {
            const tenure = new Tenure(parts, holder, open, await parts.log.append(record, after), began);
            tenure.#keepBeating();
            return tenure;
        }
        catch (thrown) {
            work(open.operation_id, -1);
            throw thrown;
        }
    }
    /** A beat that fails is no verdict yet: the guard tries again before anything is sent. */
    #keepBeating() {
        this.#stopBeating = this.#parts.clock.every(BEAT_EVERY, () => {
            void this.#beatIfQuiet().catch(() => { });
        });
    }
    get open() {
        return this.#open;
    }
    get head() {
        return this.#head;
    }
    /** Sequence that the next record will have, if nothing comes between. */
    get nextSequence() {
        return this.#head.record.sequence + 1;
    }
    /** Asked before every changing request: a holder that was silent too long first proves that it still holds. */
    guard = async () => {
        // What is swept after the closer is the operation's own, under a name that nobody else has.
        if (isCloser(this.#head.record.kind))
            return;
        if (this.#lost !== undefined)
            throw this.#lost;
        // A beat that took long itself proves nothing of now.
        while (this.#silence() > SILENCE_LIMIT)
            await this.beat();
    };
    async beat() {
        return this.#append('beat', this.#open);
    }
    /** Appends `commit` or `reverting`, with what changes about the open operation. */
    async advance(kind, change) {
        await this.#append(kind, { ...this.#open, ...change });
    }
    async close(kind, outcome) {
        await this.#append(kind, null, outcome);
        this.release();
    }
    /** Stops beating; the operation stays as the log has it. */
    release() {
        this.#stopBeating();
        if (!this.#released)
            work(this.#open.operation_id, -1);
        this.#released = true;
    }
    #silence() {
        const { clock } = this.#parts;
        return Math.max(clock.now() - this.#began.wall, clock.monotonic() - this.#began.monotonic);
    }
    async #beatIfQuiet() {
        if (this.#silence() >= BEAT_EVERY)
            await this.beat();
    }
    /** One append at a time: beats of the timer and records of the transaction queue up here. */
    #append(kind, open, outcome) {
        const next = this.#queue.then(() => this.#appendNow(kind, open, outcome));
        this.#queue = next.catch(() => { });
        return next;
    }
    async #appendNow(kind, open, outcome) {
        if (isCloser(this.#head.record.kind))
            throw failure('INTERNAL', 'The operation is closed already');
        const began = timeOf(this.#parts.clock);
        // A beat that waited behind another record says what that record made true.
        const now = kind === 'beat' ? this.#open : open;
        const draft = {
            ...stamp(this.#parts, this.#open, this.#holder, kind),
            open: now === null
                ? null
                : { ...now, ...(kind === 'commit' ? { commit_sequence: this.nextSequence } : {}) },
            ...(outcome === undefined ? {} : { outcome }),
        };
        const after = { sequence: this.#head.record.sequence, hash: this.#head.hash };
        try {
            this.#head = await this.#parts.log.append(draft, after);
        }
        catch (thrown) {
            if (this.#adopt(thrown))
                return this.#appendNow(kind, open, outcome);
            if (!(thrown instanceof LostRace))
                this.#unclear.add(draft.nonce);
            else
                this.#lost = new SupersededError();
            throw thrown instanceof LostRace ? this.#lost : thrown;
        }
        this.#began = began;
        this.#open = draft.open ?? this.#open;
        return this.#head;
    }
    /** What stands at our number may be a record of ours whose reply was lost: then it is still our turn. */
    #adopt(thrown) {
        const standing = thrown instanceof LostRace ? thrown.standing : undefined;
        if (standing === undefined || !this.#unclear.has(standing.record.nonce))
            return false;
        this.#head = standing;
        this.#open = standing.record.open ?? this.#open;
        return true;
    }
}
const timeOf = (clock) => ({ wall: clock.now(), monotonic: clock.monotonic() });
function stamp(parts, open, holder, kind) {
    return {
        operation_id: open.operation_id,
        epoch: open.epoch,
        nonce: parts.host.uuid(),
        kind,
        operation: open.operation,
        version: open.version,
        actor: parts.actor,
        run: parts.run,
        holder,
        time: new Date(parts.clock.now()).toISOString(),
    };
}
