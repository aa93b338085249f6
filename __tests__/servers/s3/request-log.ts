import type { Headers } from './answer.ts';
import type { S3Request } from './request.ts';
import type { Operation } from './routes.ts';

export interface LoggedRequest {
  readonly operation: Operation;
  readonly bucket: string;
  readonly key: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly changes: boolean;
  /** Of the answer; `reset` where the connection was cut; nothing while the request is held. */
  status: number | 'reset' | undefined;
}

/** Every request that was understood, in the order in which they arrived. */
export class RequestLog {
  readonly #entries: LoggedRequest[] = [];

  get entries(): readonly LoggedRequest[] {
    return this.#entries;
  }

  add({ operation, bucket, key, method, url, headers, changes }: S3Request): LoggedRequest {
    const entry = { operation, bucket, key, method, url, headers, changes, status: undefined };
    this.#entries.push(entry);
    return entry;
  }

  /** How often, of one operation or of all. */
  count(operation?: Operation): number {
    if (operation === undefined) return this.#entries.length;
    return this.of(operation).length;
  }

  /** How often each operation was asked for. */
  counts(): Partial<Record<Operation, number>> {
    const counts: Partial<Record<Operation, number>> = {};
    for (const { operation } of this.#entries) counts[operation] = (counts[operation] ?? 0) + 1;
    return counts;
  }

  of(operation: Operation): readonly LoggedRequest[] {
    return this.#entries.filter((entry) => entry.operation === operation);
  }

  /** Those that would change something. */
  get changes(): readonly LoggedRequest[] {
    return this.#entries.filter((entry) => entry.changes);
  }

  reset(): void {
    this.#entries.length = 0;
  }
}
