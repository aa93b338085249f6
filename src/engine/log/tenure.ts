import { failure } from '../../domain/errors.ts';
import {
  type CloserKind,
  type ClosingOutcome,
  type Holder,
  type OpenOperation,
  type RecordKind,
  isCloser,
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

/** Operations that this very process is working on: a record of ours outside this set is a dead holder's. */
const working = new Set<string>();
export const isWorking = (operationId: string): boolean => working.has(operationId);

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
  /** Whether a create or delete of ours got no answer, so that a late one may still land. */
  unresolved = false;

  private constructor(parts: TenureParts, holder: Holder, open: OpenOperation, head: Head) {
    this.#parts = parts;
    this.#holder = holder;
    this.#open = open;
    this.#head = head;
    this.#began = { wall: parts.clock.now(), monotonic: parts.clock.monotonic() };
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
    const head = await parts.log.append(
      {
        ...stamp(parts, open, holder, kind),
        open,
        ...(acceptsBreak ? { accepts_break: true } : {}),
      },
      after,
    );
    const tenure = new Tenure(parts, holder, open, head);
    working.add(open.operation_id);
    tenure.#stopBeating = parts.clock.every(BEAT_EVERY, () => {
      void tenure.#beatIfQuiet().catch((thrown: unknown) => {
        tenure.#lost = thrown;
      });
    });
    return tenure;
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
    if (this.#lost !== undefined) throw this.#lost;
    if (this.#silence() > SILENCE_LIMIT) await this.beat();
  };

  async beat(): Promise<Head> {
    return this.#append('beat', this.#open);
  }

  /** Appends `commit` or `reverting`, with what changes about the open operation. */
  async advance(kind: 'commit' | 'reverting', change: Partial<OpenOperation>): Promise<void> {
    await this.#append(kind, { ...this.#open, ...change });
  }

  async close(kind: CloserKind, outcome: ClosingOutcome): Promise<void> {
    this.release();
    await this.#append(kind, null, outcome);
  }

  /** Stops beating; the operation stays as the log has it. */
  release(): void {
    this.#stopBeating();
    working.delete(this.#open.operation_id);
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
    const began = { wall: this.#parts.clock.now(), monotonic: this.#parts.clock.monotonic() };
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
    try {
      this.#head = await this.#parts.log.append(draft, {
        sequence: this.#head.record.sequence,
        hash: this.#head.hash,
      });
    } catch (thrown) {
      this.#lost = thrown instanceof LostRace ? new SupersededError() : this.#lost;
      throw thrown instanceof LostRace ? new SupersededError() : thrown;
    }
    this.#began = began;
    this.#open = draft.open ?? this.#open;
    return this.#head;
  }
}

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
