import { type GcsCall, isWrite, mayChange, type Operation } from './call.ts';

/** A request as it came in, and how it ended. */
export interface LogEntry {
  readonly operation: Operation;
  readonly method: string;
  readonly path: string;
  readonly bucket: string | undefined;
  readonly key: string | undefined;
  readonly to: string | undefined;
  readonly query: Readonly<Record<string, string>>;
  /** The number of the batch that it came in; undefined for a request of its own. */
  readonly batch: number | undefined;
  /** Whether it, or anything in it, may change something. */
  readonly changes: boolean;
  /** What was answered; undefined while it runs. */
  ended: number | 'drop' | undefined;
}

/** All requests since the start or the last reset, in the order of their coming. */
export class RequestLog {
  #entries: LogEntry[] = [];

  add(call: GcsCall): LogEntry {
    const { operation, method, path, bucket, key, batch } = call;
    const query = Object.fromEntries(call.query);
    const of = { operation, method, path, bucket, key, to: call.to?.key, query, batch };
    const entry: LogEntry = { ...of, changes: mayChange(call), ended: undefined };
    this.#entries.push(entry);
    return entry;
  }

  get entries(): readonly LogEntry[] {
    return this.#entries;
  }

  /** HTTP requests: what is billed for time. The calls within a batch count as one. */
  get requests(): number {
    return this.#entries.filter((entry) => entry.batch === undefined).length;
  }

  /** Calls that change something, those within batches included and the batches themselves not. */
  get writes(): readonly LogEntry[] {
    return this.#entries.filter((entry) => entry.operation !== 'batch' && isWrite(entry.operation));
  }

  count(operation: Operation): number {
    return this.#entries.filter((entry) => entry.operation === operation).length;
  }

  /** How often each operation came. */
  get counts(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { operation } of this.#entries) counts[operation] = (counts[operation] ?? 0) + 1;
    return counts;
  }

  reset(): void {
    this.#entries = [];
  }
}
