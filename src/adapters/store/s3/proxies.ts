import type { ClientRequest } from 'node:http';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';

type Env = Readonly<Record<string, string | undefined>>;
type Settings = { readonly keepAlive: boolean; readonly maxSockets: number };

export interface Agents {
  readonly httpAgent: HttpAgent;
  readonly httpsAgent: HttpsAgent;
}

/** Connections that are kept, through a proxy where HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY say so. */
export function agentsFor(env: Env, maxSockets: number): Agents {
  const settings = { keepAlive: true, maxSockets };
  const plain = { httpAgent: new HttpAgent(settings), httpsAgent: new HttpsAgent(settings) };
  const exempt = exemptions(variable(env, 'NO_PROXY'));
  const secure = variable(env, 'HTTPS_PROXY') ?? variable(env, 'ALL_PROXY');
  const clear = variable(env, 'HTTP_PROXY') ?? variable(env, 'ALL_PROXY');
  return {
    httpAgent:
      clear === undefined ? plain.httpAgent : new ClearTunnel(clear, settings, exempt, plain.httpAgent),
    // Agents of proxies are http.Agents by type, whatever they connect to.
    httpsAgent:
      secure === undefined
        ? plain.httpsAgent
        : (new SecureTunnel(secure, settings, exempt, plain.httpsAgent) as unknown as HttpsAgent),
  };
}

type Exempt = (host: string, port: number) => boolean;

class SecureTunnel extends HttpsProxyAgent<string> {
  readonly #exempt: Exempt;
  readonly #direct: HttpsAgent;
  constructor(proxy: string, settings: Settings, exempt: Exempt, direct: HttpsAgent) {
    super(proxy, settings);
    this.#exempt = exempt;
    this.#direct = direct;
  }

  override async connect(...[request, options]: Parameters<HttpsProxyAgent<string>['connect']>) {
    const host = 'host' in options ? options.host : undefined;
    if (this.#exempt(host ?? '', Number(options.port ?? 443))) return this.#direct as never;
    return super.connect(request, options);
  }
}

class ClearTunnel extends HttpProxyAgent<string> {
  readonly #exempt: Exempt;
  readonly #direct: HttpAgent;
  constructor(proxy: string, settings: Settings, exempt: Exempt, direct: HttpAgent) {
    super(proxy, settings);
    this.#exempt = exempt;
    this.#direct = direct;
  }

  /** Of a direct connection the request's path stays as it is; a proxy needs the whole URL in it. */
  override addRequest(...[request, options]: Parameters<HttpProxyAgent<string>['addRequest']>): void {
    const { host, port } = options as { host?: string; port?: number | string };
    const direct = this.#direct as unknown as { addRequest(request: ClientRequest, options: unknown): void };
    if (this.#exempt(host ?? '', Number(port ?? 80))) direct.addRequest(request, options);
    else super.addRequest(request, options);
  }
}

function variable(env: Env, name: string): string | undefined {
  const value = env[name] ?? env[name.toLowerCase()];
  return value === undefined || value === '' ? undefined : value;
}

/** Host names with all below them, each with a port or without; `*` for every host. */
function exemptions(list: string | undefined): Exempt {
  const rules = (list ?? '').split(/[\s,]+/).filter((rule) => rule !== '');
  return (host, port) =>
    rules.some((rule) => {
      if (rule === '*') return true;
      const [, name = '', only] = /^(.*?)(?::(\d+))?$/.exec(rule) ?? [];
      if (only !== undefined && Number(only) !== port) return false;
      const bare = name.replace(/^\*?\./, '').toLowerCase();
      return host.toLowerCase() === bare || host.toLowerCase().endsWith(`.${bare}`);
    });
}
