import { type Bucket as ClientBucket, Storage } from '@google-cloud/storage';
import { afterEach, beforeEach } from 'vitest';
import type { Bucket } from '../gcs/bucket.ts';
import { GcsServer } from '../gcs/server.ts';

/** A time that only a test moves. */
export class TestClock {
  time = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
  now(): number {
    return this.time;
  }
}

/** The parts of answers that the tests look at. */
export interface Json {
  readonly [name: string]: unknown;
  readonly error?: {
    readonly code: number;
    readonly message: string;
    readonly errors: readonly { reason: string }[];
  };
  readonly items?: readonly {
    readonly name: string;
    readonly generation: string;
    readonly [name: string]: unknown;
  }[];
  readonly prefixes?: readonly string[];
  readonly nextPageToken?: string;
  readonly rewriteToken?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;

  /** Empty where the answer is not JSON. */
  readonly json: Json;
}

/** A server with one bucket, `b`; the official client on it, without retries; and plain requests. */
export class World {
  readonly server: GcsServer;
  readonly clock: TestClock;
  readonly bucket: Bucket;
  readonly client: ClientBucket;

  constructor(server: GcsServer, clock: TestClock) {
    this.server = server;
    this.clock = clock;
    this.bucket = server.createBucket('b');
    this.client = new Storage({
      apiEndpoint: server.endpoint,
      projectId: 'p',
      useAuthWithCustomEndpoint: false,
      retryOptions: { autoRetry: false, maxRetries: 0 },
    }).bucket('b');
  }

  /** A request to `/storage/v1/b/b` + `path`, or to `path` if it begins with another. */
  async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const url = /^\/(storage|upload|batch|download|b)\//.test(path) ? path : `/storage/v1/b/b${path}`;
    const response = await fetch(`${this.server.endpoint}${url}`, {
      method,
      headers: typeof body === 'object' ? { 'content-type': 'application/json', ...headers } : headers,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson ? (JSON.parse(text) as Json) : {},
    };
  }

  /** The status and reason of an answer. */
  async refusal(method: string, path: string, body?: unknown): Promise<string> {
    const { status, json } = await this.ask(method, path, body);
    return `${status} ${json.error?.errors[0]?.reason ?? ''}`.trim();
  }
}

/** A fresh world before each test. */
export function useWorld(): () => World {
  let world: World;
  beforeEach(async () => {
    const clock = new TestClock();
    world = new World(await GcsServer.start({ clock }), clock);
  });
  afterEach(() => world.server.close());
  return () => world;
}
