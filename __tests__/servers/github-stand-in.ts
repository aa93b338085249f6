import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { unzip } from './github-unzip.ts';

/** An artifact as it was uploaded. */
export interface UploadedArtifact {
  readonly name: string;
  readonly id: number;
  readonly expiresAt: string | undefined;
  /** What the client said on FinalizeArtifact. */
  readonly size: number;
  readonly hash: string;
  readonly zip: Buffer;
  readonly files: ReadonlyMap<string, Buffer>;
}

/** Which answer goes wrong, and how. */
export interface Misbehaviour {
  /** Status of CreateArtifact. */
  create?: number;
  /** Status of the blob's PUTs. */
  blob?: number;
  /** Status of FinalizeArtifact. */
  finalize?: number;
}

interface Pending {
  readonly name: string;
  readonly expiresAt: string | undefined;
  readonly blocks: Map<string, Buffer>;
  zip: Buffer | undefined;
}

/**
 * The part of GitHub that @actions/artifact 6 talks to, on loopback: twirp CreateArtifact and FinalizeArtifact,
 * and a blob store that takes blocks. Names conflict, as they do there.
 */
export class GithubStandIn {
  readonly artifacts: UploadedArtifact[] = [];
  readonly requests: string[] = [];
  misbehaves: Misbehaviour = {};
  readonly #server: Server;
  readonly #pending = new Map<string, Pending>();
  readonly token: string;

  private constructor(server: Server) {
    this.#server = server;
    const claims = { scp: 'Actions.ExampleScope Actions.Results:run-backend-id:job-backend-id' };
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    this.token = `${part({ alg: 'none' })}.${part(claims)}.unsigned-runtime-token`;
    server.on('request', (request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    });
  }

  static async start(): Promise<GithubStandIn> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new GithubStandIn(server);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The variables that a runner gives an Action for uploads. */
  get environment(): Record<string, string> {
    return { ACTIONS_RUNTIME_TOKEN: this.token, ACTIONS_RESULTS_URL: `${this.url}/` };
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    const body = await bodyOf(request);
    this.requests.push(`${request.method} ${url.pathname}${url.search}`);
    const method = /^\/twirp\/github\.actions\.results\.api\.v1\.ArtifactService\/(\w+)$/.exec(
      url.pathname,
    )?.[1];
    if (method !== undefined) return this.#twirp(method, JSON.parse(body.toString()), request, response);
    if (url.pathname.startsWith('/blob/')) return this.#blob(url, body, response);
    response.writeHead(404).end();
  }

  #twirp(
    method: string,
    ask: Record<string, string>,
    request: IncomingMessage,
    response: ServerResponse,
  ): void {
    const answer = (status: number, value: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (request.headers.authorization !== `Bearer ${this.token}`)
      return void answer(401, { msg: 'bad token' });
    const name = ask.name ?? '';
    if (method === 'CreateArtifact') {
      if (this.misbehaves.create) return void answer(this.misbehaves.create, { msg: 'out of order' });
      if (this.#pending.has(name)) {
        return void answer(409, { msg: 'an artifact with this name already exists on the workflow run' });
      }
      this.#pending.set(name, {
        name,
        expiresAt: ask.expires_at ?? ask.expiresAt,
        blocks: new Map(),
        zip: undefined,
      });
      const url = `${this.url}/blob/${encodeURIComponent(name)}?sig=secret-signature`;
      return void answer(200, { ok: true, signed_upload_url: url });
    }
    if (this.misbehaves.finalize) return void answer(this.misbehaves.finalize, { msg: 'out of order' });
    const pending = this.#pending.get(name);
    if (method !== 'FinalizeArtifact' || pending?.zip === undefined)
      return void answer(404, { msg: 'no such artifact' });
    answer(200, { ok: true, artifact_id: String(this.#finalize(pending, pending.zip, ask).id) });
  }

  #finalize(pending: Pending, zip: Buffer, ask: Record<string, string>): UploadedArtifact {
    const id = 1000 + this.artifacts.length;
    const { name, expiresAt } = pending;
    const hash = ask.hash ?? '';
    const expected = `sha256:${createHash('sha256').update(zip).digest('hex')}`;
    if (hash !== expected || Number(ask.size) !== zip.length)
      throw new Error(`${hash} of ${ask.size} is not ${expected}`);
    const artifact = { name, id, expiresAt, size: Number(ask.size), hash, zip, files: unzip(zip) };
    this.artifacts.push(artifact);
    return artifact;
  }

  #blob(url: URL, body: Buffer, response: ServerResponse): void {
    if (this.misbehaves.blob) return void response.writeHead(this.misbehaves.blob).end();
    const pending = this.#pending.get(decodeURIComponent(url.pathname.slice('/blob/'.length)));
    if (pending === undefined) return void response.writeHead(404).end();
    if (url.searchParams.get('comp') === 'block') {
      pending.blocks.set(url.searchParams.get('blockid') ?? '', body);
    } else if (url.searchParams.get('comp') === 'blocklist') {
      const ids = [...body.toString().matchAll(/<Latest>([^<]+)<\/Latest>/g)].map((match) => match[1] ?? '');
      pending.zip = Buffer.concat(ids.map((id) => pending.blocks.get(id) ?? Buffer.alloc(0)));
    } else {
      pending.zip = body;
    }
    const headers = { etag: '"0x1"', 'last-modified': new Date().toUTCString(), 'x-ms-request-id': '1' };
    response.writeHead(201, headers).end();
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
