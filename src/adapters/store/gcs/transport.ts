import type { Readable } from 'node:stream';
import { Storage } from '@google-cloud/storage';
import { type AuthClient, PassThroughClient } from 'google-auth-library';
import type { Bytes } from '../../../domain/byte-parts.ts';
import { proxyAgents } from '../remote/proxies.ts';
import { within } from '../remote/time-limit.ts';
import { exchange, type Prepared } from './exchange.ts';
import { credentialsFailure, noAnswer } from './no-answer.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: Bytes | undefined;
  /** Without credentials, as any reader of the web would ask. */
  readonly anonymous?: boolean | undefined;
}

export interface HttpAnswer<Body = Uint8Array> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface TransportOptions {
  readonly endpoint?: string | undefined;
  /** Milliseconds that a request may take, finding a token included. */
  readonly timeoutMs: number;
}

/** What every request is sent with: never again by itself, every status an answer, and the bytes as they are stored. */
const ONCE = { retry: false, validateStatus: () => true } as const;

/**
 * The library knows HTTPS_PROXY, and NO_PROXY in part: neither '*', nor ports, nor a domain without its dot. So tokens
 * and objects go the way that requests to S3 go.
 */
function clientOptions() {
  const agents = proxyAgents(process.env);
  if (agents === undefined) return {};
  const agent = ({ protocol }: URL) => (protocol === 'https:' ? agents.httpsAgent : agents.httpAgent);
  return { transporterOptions: { agent } };
}

/**
 * The client library's credentials and its HTTP transport, without its retries: one call here is at most one request.
 * Nothing is sent in clear text with a token, so emulators and loopback get none.
 */
export class Transport {
  /** Scheme and host, without '/' at the end. */
  readonly endpoint: string;
  readonly timeoutMs: number;
  readonly #storage: Storage;
  readonly #nobody: AuthClient;
  readonly #anonymous: boolean;

  constructor({ endpoint, timeoutMs }: TransportOptions) {
    const options = clientOptions();
    this.#nobody = new PassThroughClient(options);
    this.#storage = new Storage({
      clientOptions: options,
      retryOptions: { autoRetry: false, maxRetries: 0 },
      ...(endpoint === undefined ? {} : { apiEndpoint: endpoint }),
      // No request needs the library's project; without one it would look for it in three places, for seconds.
      projectId: 'none',
    });
    this.endpoint = this.#storage.apiEndpoint.replace(/\/+$/, '');
    const emulated = endpoint === undefined && process.env.STORAGE_EMULATOR_HOST !== undefined;
    this.#anonymous = emulated || !this.endpoint.startsWith('https:') || isLoopback(this.endpoint);
    this.timeoutMs = timeoutMs;
  }

  /** Throws UnansweredError when there is no whole answer, PERMISSION when there are no credentials. */
  async send(request: HttpRequest): Promise<HttpAnswer> {
    return this.#inTime(async (signal) => {
      const { client, options } = await this.#authorized(request, signal);
      const whole = { ...options, responseType: 'arraybuffer' as const };
      const { status, headers, data } = await client.transporter.request<Uint8Array>(whole);
      return { status, headers, body: data };
    });
  }

  /** The same with the body as a stream; the time-out is for the answer to begin. */
  async stream(request: HttpRequest): Promise<HttpAnswer<Readable>> {
    return this.#inTime(async (signal) => {
      const { client, options } = await this.#authorized(request, signal);
      const streamed = { ...options, responseType: 'stream' as const };
      const { status, headers, data } = await client.transporter.request<Readable>(streamed);
      return { status, headers, body: data };
    });
  }

  async #inTime<T>(request: (signal: AbortSignal) => Promise<T>): Promise<T> {
    try {
      return await within(this.timeoutMs, request);
    } catch (thrown) {
      throw noAnswer(thrown);
    }
  }

  /** The request with the credentials of its sender; too late, it is not sent any more. */
  async #authorized({ method, url, headers: own, body, anonymous }: HttpRequest, signal: AbortSignal) {
    const client = this.#anonymous || anonymous === true ? this.#nobody : await this.#credentials();
    const headers = await this.#headers(client, url);
    signal.throwIfAborted();
    for (const [name, value] of Object.entries(own ?? {})) headers.set(name, value);
    const adapter = <T>(prepared: Prepared) => exchange<T>(prepared, body);
    return { client, options: { ...ONCE, method, url, headers, signal, adapter } };
  }

  async #credentials(): Promise<AuthClient> {
    try {
      return withOneTransporter(await this.#storage.authClient.getClient());
    } catch (thrown) {
      throw credentialsFailure(thrown);
    }
  }

  async #headers(client: AuthClient, url: string): Promise<Headers> {
    try {
      return new Headers(await client.getRequestHeaders(url));
    } catch (thrown) {
      throw credentialsFailure(thrown);
    }
  }
}

/** A client of workload identity has a second transporter, for tokens of OIDC, that is given no options. */
function withOneTransporter(client: AuthClient): AuthClient {
  const { stsCredential } = client as { stsCredential?: Pick<AuthClient, 'transporter'> };
  if (stsCredential !== undefined) stsCredential.transporter = client.transporter;
  return client;
}

function isLoopback(endpoint: string): boolean {
  const { hostname } = new URL(endpoint);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
}
