import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bucket } from './bucket.ts';
import type { GcsCall } from './call.ts';
import type { Context } from './context.ts';
import { Faults, type Intercept } from './faults.ts';
import { readRequest, writeReply } from './http.ts';
import { performBatch } from './operations/batch.ts';
import { checkToken, perform } from './operations/index.ts';
import { Permissions } from './permissions.ts';
import { errorReply, type Outcome } from './reply.ts';
import { RequestLog } from './request-log.ts';
import { route } from './route.ts';
import { GcsState, type Snapshot } from './state.ts';
import type { BucketConfig, GcsClock, Rules } from './types.ts';

const pass: Intercept = (_call, proceed) => proceed();

const DEFAULTS: Rules = {
  ignorePreconditions: false,
  oneUpdatePerSecond: false,
  conditionOnAbsent: 404,
  rewriteBytesPerCall: undefined,
  moveRefused: undefined,
  requiredToken: undefined,
  latency: 0,
};

/**
 * Google Cloud Storage on loopback for tests: its JSON API as far as GCS.md in this folder's parent says, and the
 * controls that a test needs on it.
 */
export class GcsServer {
  readonly log = new RequestLog();
  readonly faults = new Faults();
  readonly permissions = new Permissions();
  readonly rules: Rules = { ...DEFAULTS };
  /** Stands in front of every call, those within a batch and the batch itself included; before all planted faults. */
  intercept: Intercept = pass;
  readonly #state: GcsState;
  readonly #clock: GcsClock;
  readonly #server: Server;
  readonly #port: number;
  #batches = 0;

  private constructor(server: Server, clock: GcsClock) {
    this.#server = server;
    this.#clock = clock;
    this.#port = (server.address() as AddressInfo).port;
    this.#state = new GcsState(clock, this.rules);
    server.on('request', (request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        // A defect of this server or of a test's hook: told, not hidden behind a dead connection.
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        if (response.headersSent) response.destroy();
        else response.writeHead(500, { 'content-type': 'text/plain' }).end(text);
      });
    });
  }

  /** Listens on a free port of 127.0.0.1. */
  static async start(options: { clock?: GcsClock } = {}): Promise<GcsServer> {
    const server = createServer({ keepAliveTimeout: 60_000 });
    await listen(server, 0);
    return new GcsServer(server, options.clock ?? { now: () => Date.now() });
  }

  get endpoint(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  createBucket(name: string, config: Partial<BucketConfig> = {}): Bucket {
    return this.#state.createBucket(name, config);
  }

  /** The bucket's state itself: for looking, for blind writes, for configuration. Throws if there is none. */
  bucket(name: string): Bucket {
    return this.#state.bucket(name);
  }

  /** What is in the buckets now; later changes don't reach it. */
  snapshot(): Snapshot {
    return this.#state.snapshot();
  }

  /** Puts the buckets back to a snapshot, any number of times. */
  restore(snapshot: Snapshot): void {
    this.#state.restore(snapshot);
  }

  /** Rules, faults, permissions, the hook and the log as at the start; the buckets stay. */
  resetControls(): void {
    this.faults.clear();
    this.permissions.grantAll();
    this.intercept = pass;
    this.log.reset();
    Object.assign(this.rules, DEFAULTS);
  }

  /** Nobody listens any more, and open connections break: ECONNREFUSED. */
  async refuseConnections(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  /** Listens again, on the same port. */
  async acceptConnections(): Promise<void> {
    await listen(this.#server, this.#port);
  }

  /** Ends calls that are held and connections that are open. */
  async close(): Promise<void> {
    this.faults.clear();
    if (this.#server.listening) await this.refuseConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const raw = await readRequest(request);
    if (raw === undefined) return;
    if (this.rules.latency > 0) await sleep(this.rules.latency);
    const outcome = await this.#outcome(() => route(raw));
    if (outcome === 'drop') return void request.socket.resetAndDestroy();
    await writeReply(response, outcome, this.#clock.now());
  }

  async #outcome(routed: () => GcsCall): Promise<Outcome> {
    let call: GcsCall;
    try {
      call = routed();
    } catch (error) {
      return errorReply(error);
    }
    return await this.#through(this.#named(call));
  }

  /** A chunk of a resumable upload says only its id; the object's name is remembered. */
  #named(call: GcsCall): GcsCall {
    const upload = this.#state.uploads.get(call.query.get('upload_id') ?? '');
    return upload === undefined ? call : { ...call, key: upload.name };
  }

  /** A call on its way: logged, then through the hook and the faults, then carried out. */
  async #through(call: GcsCall): Promise<Outcome> {
    const entry = this.log.add(call);
    const outcome = await this.intercept(call, () => this.faults.run(call, () => this.#perform(call)));
    entry.ended = outcome === 'drop' ? 'drop' : outcome.status;
    return outcome;
  }

  async #perform(call: GcsCall): Promise<Outcome> {
    const { permissions, endpoint: origin } = this;
    const context: Context = { state: this.#state, permissions, origin };
    if (call.operation !== 'batch') return perform(context, call);
    this.#batches += 1;
    try {
      checkToken(context, call);
      return await performBatch(call, this.#batches, (part) => this.#through(part));
    } catch (error) {
      return errorReply(error);
    }
  }
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  server.removeAllListeners('error');
}
