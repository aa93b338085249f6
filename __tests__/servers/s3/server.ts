import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { type Answer, empty, errorAnswer, type Outcome, send } from './answer.ts';
import type { Bucket } from './bucket.ts';
import { NEW_BUCKET } from './buckets.ts';
import { Denials } from './denials.ts';
import { S3Error } from './errors.ts';
import { Faults } from './faults.ts';
import { handle } from './handlers.ts';
import { readRequest, type S3Request } from './request.ts';
import { RequestLog } from './request-log.ts';
import { AMAZON, LIMITS, type Limits, type Weaknesses } from './settings.ts';
import { type Credentials, checkSignature } from './signature.ts';
import { S3State } from './state.ts';
import { strangersDenials } from './strangers.ts';

export interface Options {
  /** Of the endpoint, and of buckets that `createBucket` makes. */
  readonly region?: string;
  readonly credentials?: Credentials;
  /** Milliseconds since the epoch; the machine's clock where it is absent. */
  readonly now?: () => number;
  /** Milliseconds that a client's clock may be off (15 minutes at Amazon); not looked at where it is absent. */
  readonly maximumSkew?: number;
  readonly limits?: Partial<Limits>;
  /** How `latency` is waited for; a timer where it is absent. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/**
 * An S3 on loopback, for tests: what it stores, logs and does wrong is at hand as an object. Start it with
 * `S3Server.start`, and close it: nothing outlives it.
 */
export class S3Server {
  /** Can be cloned, looked at, and put back. */
  state: S3State;
  readonly log = new RequestLog();
  readonly faults = new Faults();
  readonly denials = new Denials();
  readonly weaknesses: Weaknesses = { ...AMAZON };
  readonly limits: Limits;
  readonly credentials: Credentials;
  readonly region: string;
  /** Milliseconds that every request waits before it is looked at. */
  latency = 0;
  /** Connections that are open, and the most that ever were at once. */
  readonly connections = { now: 0, most: 0 };
  readonly #maximumSkew: number | undefined;
  readonly #wait: (milliseconds: number) => Promise<unknown>;
  #server: Server;
  #port = 0;
  #requests = 0;

  private constructor(options: Options) {
    this.region = options.region ?? 'eu-central-1';
    this.credentials = options.credentials ?? { accessKeyId: 'test-key', secretAccessKey: 'test-secret' };
    this.limits = { ...LIMITS, ...options.limits };
    this.state = S3State.at(options.now ?? Date.now);
    this.#maximumSkew = options.maximumSkew;
    this.#wait = options.wait ?? after;
    this.#server = this.#newServer();
  }

  static async start(options: Options = {}): Promise<S3Server> {
    const server = new S3Server(options);
    await server.#listen();
    return server;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Ends every open connection, held requests included; they have no effect any more. */
  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Connections are refused from now on, until `reopen`. */
  async refuseConnections(): Promise<void> {
    await this.close();
  }

  /** Listens again where it did before. */
  async reopen(): Promise<void> {
    this.#server = this.#newServer();
    await this.#listen();
  }

  /** A bucket as a new one is at Amazon. */
  createBucket(name: string, region = this.region): Bucket {
    const bucket = this.state.create(name, region);
    for (const [kind, text] of NEW_BUCKET) bucket.documents.set(kind, text);
    return bucket;
  }

  bucket(name: string): Bucket {
    return this.state.bucket(name);
  }

  #newServer(): Server {
    const server = createServer((message, response) => {
      this.#serve(message, response).catch(() => message.socket.destroy());
    });
    return server.on('connection', (socket) => {
      const { connections } = this;
      connections.now += 1;
      connections.most = Math.max(connections.most, connections.now);
      socket.once('close', () => {
        connections.now -= 1;
      });
    });
  }

  async #listen(): Promise<void> {
    const server = this.#server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (server.address() as AddressInfo).port;
  }

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const outcome = await this.#outcome(message, this.#server);
    // RST, so that a client sees a reset and not the end of an answer.
    if (outcome === 'reset') return void message.socket.resetAndDestroy();
    this.#requests += 1;
    response.setHeader('x-amz-request-id', this.#requests.toString(16).toUpperCase().padStart(16, '0'));
    response.setHeader('x-amz-id-2', Buffer.from(`request ${this.#requests}`).toString('base64'));
    response.setHeader('date', new Date(this.state.ticker.now).toUTCString());
    response.setHeader('server', 'AmazonS3');
    await send(outcome, response, message.method !== 'HEAD');
  }

  async #outcome(message: IncomingMessage, server: Server): Promise<Outcome> {
    try {
      const request = await readRequest(message);
      const entry = this.log.add(request);
      if (this.latency > 0) await this.#wait(this.latency);
      const outcome = await this.faults.run(request, async () =>
        server.listening ? this.#answer(request) : 'reset',
      );
      entry.status = outcome === 'reset' ? 'reset' : outcome.status;
      return outcome;
    } catch (error) {
      if (error instanceof S3Error) return errorAnswer(error, message.url ?? '/');
      throw error;
    }
  }

  #answer(request: S3Request): Answer {
    try {
      return this.#perform(request);
    } catch (error) {
      if (error instanceof S3Error) return errorAnswer(error, request.url);
      throw error;
    }
  }

  #perform(request: S3Request): Answer {
    const { state, region, credentials, weaknesses, limits, denials } = this;
    const maximumSkew = this.#maximumSkew;
    const signed = request.headers.authorization !== undefined;
    if (signed || !state.buckets.has(request.bucket)) {
      checkSignature(request, { credentials, region, maximumSkew, now: state.ticker.now });
    }
    if (request.operation === 'CreateBucket' && !state.buckets.has(request.bucket)) {
      this.createBucket(request.bucket);
      return empty(200, { location: `/${request.bucket}` });
    }
    const bucket = state.bucket(request.bucket);
    if (bucket.region !== region) {
      throw new S3Error('PermanentRedirect', {
        elements: { Endpoint: `${bucket.name}.s3.${bucket.region}.amazonaws.com`, Bucket: bucket.name },
        headers: { 'x-amz-bucket-region': bucket.region },
      });
    }
    const refused = signed ? denials : strangersDenials(bucket, request);
    return handle({ request, state, bucket, weaknesses, limits, denials: refused });
  }
}
