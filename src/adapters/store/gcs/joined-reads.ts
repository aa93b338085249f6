import { UnansweredError } from '../../../ports/object-store.ts';
import { BATCH_SIZE } from './batch.ts';
import type { ApiRequest, JsonApi } from './json-api.ts';
import type { HttpAnswer } from './transport.ts';

interface Waiting {
  readonly request: ApiRequest;
  readonly resolve: (answer: HttpAnswer) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Reads that are asked for in the same turn of the event loop go as one request, where the server takes batches: a
 * listing of the release with one of its markers, the metadata of index.json with those of index.md.
 */
export class JoinedReads {
  /** Whether the server is known to take batches. */
  joins = false;
  readonly #api: JsonApi;
  #waiting: Waiting[] = [];

  constructor(api: JsonApi) {
    this.#api = api;
  }

  /** Sent once; throws as a request of its own would. */
  ask(request: ApiRequest): Promise<HttpAnswer> {
    if (!this.joins) return this.#api.once(request);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      if (this.#waiting.length === 1) setImmediate(() => this.#sendAll());
    });
  }

  #sendAll(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (let at = 0; at < waiting.length; at += BATCH_SIZE) {
      const some = waiting.slice(at, at + BATCH_SIZE);
      this.#send(some).catch((thrown: unknown) => {
        for (const { reject } of some) reject(thrown);
      });
    }
  }

  async #send(waiting: readonly Waiting[]): Promise<void> {
    const [first] = waiting;
    if (first === undefined) return;
    if (waiting.length === 1) return first.resolve(await this.#api.once(first.request));
    const requests = waiting.map(({ request }) => request);
    const answers = await this.#api.batch(requests, first.request.subject);
    for (const [at, { request, resolve, reject }] of waiting.entries()) {
      try {
        const answer = answers[at];
        if (answer === undefined)
          throw new UnansweredError('A part of a batch got no answer', { landed: 'no' });
        resolve(this.#api.accepted(answer, request));
      } catch (thrown) {
        reject(thrown);
      }
    }
  }
}
