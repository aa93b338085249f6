import { failure } from '../../domain/errors.ts';
import {
  type CloserKind,
  type ClosingOutcome,
  type Holder,
  isCloser,
  type OpenOperation,
  type RecordKind,
} from '../../domain/log-record.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Host } from '../../ports/host.ts';
import { SupersededError } from '../../ports/workspace.ts';
import { type Head, LostRace, type OperationLog } from './operation-log.ts';

/** How long a holder goes on without a word before it proves itself by a `beat` (DESIGN §4), milliseconds. */
const SILENCE_LIMIT = 40_000;
const BEAT_EVERY = 20_000;

export interface TenureParts {
  readonly log: OperationLog;
  readonly clock: Clock;
  readonly host: Host;
  readonly actor: string;
  readonly run: string;
}

/** How often each operation is being worked on in this very process: a record of ours without is a dead holder's. */
const working = new Map<string, number>();
export const isWorking = (operationId: string): boolean => (working.get(operationId) ?? 0) > 0;
const work = (operationId: string, change: 1 | -1): void => {
  const count = (working.get(operationId) ?? 0) + change;
  if (count > 0) working.set(operationId, count);
  else working.delete(operationId);
};

/** One holder's turn at an open operation: the only way to append to the log while it is open. */
export class Tenure {
  readonly #parts: TenureParts;
  readonly #holder: Holder;
  #open: OpenOperation;
  #head: Head;
  #began: { wall: number; monotonic: number };
  #queue: Promise<unknown> = Promise.resolve();
  #stopBeating: () => void = () => {};
  #lost: unknown;
  #released = false;
  /** Appends of ours whose outcome is unknown; one may stand at the number that the next one would have. */
  readonly #unclear = new Set<string>();
  /** Whether a create or delete of ours got no answer, so that a late one may still land. */
  unresolved = false;

  private constructor(
    parts: TenureParts,
    holder: Holder,
    open: OpenOperation,
    head: Head,
    began: { wall: number; monotonic: number },
  ) {
    this.#parts = parts;
    this.#holder = holder;
    this.#open = open;
    this.#head = head;
    this.#began = began;
  }

  /** Opens an operation after `head`, whose repository has none open. Throws LostRace. */
  static async claim(
    parts: TenureParts,
    open: OpenOperation,
    after: { sequence: number; hash: string } | undefined,
    acceptsBreak = false,
  ): Promise<Tenure> {
    return Tenure.#begin(parts, 'claim', open, after, acceptsBreak);
  }

  /** Takes a dead holder's operation over: the next epoch of the same operation. Throws LostRace. */
  static async takeOver(
    parts: TenureParts,
    dead: OpenOperation,
    after: { sequence: number; hash: string },
    acceptsBreak = false,
  ): Promise<Tenure> {
    return Tenure.#begin(parts, 'takeover', { ...dead, epoch: dead.epoch + 1 }, after, acceptsBreak);
  }

  static async #begin(
    parts: TenureParts,
    kind: 'claim' | 'takeover',
    open: OpenOperation,
    after: { sequence: number; hash: string } | undefined,
    acceptsBreak: boolean,
  ): Promise<Tenure> {
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
    } catch (thrown) {
      work(open.operation_id, -1);
      throw thrown;
    }
  }

  /** A beat that fails is no verdict yet: the guard tries again before anything is sent. */
  #keepBeating(): void {
    this.#stopBeating = this.#parts.clock.every(BEAT_EVERY, () => {
      void this.#beatIfQuiet().catch(() => {});
    });
  }

  get open(): OpenOperation {
    return this.#open;
  }

  get head(): Head {
    return this.#head;
  }

  /** Sequence that the next record will have, if nothing comes between. */
  get nextSequence(): number {
    return this.#head.record.sequence + 1;
  }

  /** Asked before every changing request: a holder that was silent too long first proves that it still holds. */
  readonly guard = async (): Promise<void> => {
    // What is swept after the closer is the operation's own, under a name that nobody else has.
    if (isCloser(this.#head.record.kind)) return;
    if (this.#lost !== undefined) throw this.#lost;
    // A beat that took long itself proves nothing of now.
    while (this.#silence() > SILENCE_LIMIT) await this.beat();
  };

  async beat(): Promise<Head> {
    return this.#append('beat', this.#open);
  }

  /** Appends `commit` or `reverting`, with what changes about the open operation. */
  async advance(kind: 'commit' | 'reverting', change: Partial<OpenOperation>): Promise<void> {
    await this.#append(kind, { ...this.#open, ...change });
  }

  async close(kind: CloserKind, outcome: ClosingOutcome): Promise<void> {
    await this.#append(kind, null, outcome);
    this.release();
  }

  /** Stops beating; the operation stays as the log has it. */
  release(): void {
    this.#stopBeating();
    if (!this.#released) work(this.#open.operation_id, -1);
    this.#released = true;
  }

  #silence(): number {
    const { clock } = this.#parts;
    return Math.max(clock.now() - this.#began.wall, clock.monotonic() - this.#began.monotonic);
  }

  async #beatIfQuiet(): Promise<void> {
    if (this.#silence() >= BEAT_EVERY) await this.beat();
  }

  /** One append at a time: beats of the timer and records of the transaction queue up here. */
  #append(kind: RecordKind, open: OpenOperation | null, outcome?: ClosingOutcome): Promise<Head> {
    const next = this.#queue.then(() => this.#appendNow(kind, open, outcome));
    this.#queue = next.catch(() => {});
    return next;
  }

  async #appendNow(kind: RecordKind, open: OpenOperation | null, outcome?: ClosingOutcome): Promise<Head> {
    if (isCloser(this.#head.record.kind)) throw failure('INTERNAL', 'The operation is closed already');
    const began = timeOf(this.#parts.clock);
    // A beat that waited behind another record says what that record made true.
    const now = kind === 'beat' ? this.#open : open;
    const draft = {
      ...stamp(this.#parts, this.#open, this.#holder, kind),
      open:
        now === null
          ? null
          : { ...now, ...(kind === 'commit' ? { commit_sequence: this.nextSequence } : {}) },
      ...(outcome === undefined ? {} : { outcome }),
    };
    const after = { sequence: this.#head.record.sequence, hash: this.#head.hash };
    try {
      this.#head = await this.#parts.log.append(draft, after);
    } catch (thrown) {
      if (this.#adopt(thrown)) return this.#appendNow(kind, open, outcome);
      if (!(thrown instanceof LostRace)) this.#unclear.add(draft.nonce);
      else this.#lost = new SupersededError();
      throw thrown instanceof LostRace ? this.#lost : thrown;
    }
    this.#began = began;
    this.#open = draft.open ?? this.#open;
    return this.#head;
  }

  /** What stands at our number may be a record of ours whose reply was lost: then it is still our turn. */
  #adopt(thrown: unknown): boolean {
    const standing = thrown instanceof LostRace ? thrown.standing : undefined;
    if (standing === undefined || !this.#unclear.has(standing.record.nonce)) return false;
    this.#head = standing;
    this.#open = standing.record.open ?? this.#open;
    return true;
  }
}

const timeOf = (clock: Clock) => ({ wall: clock.now(), monotonic: clock.monotonic() });

function stamp(parts: TenureParts, open: OpenOperation, holder: Holder, kind: RecordKind) {
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
