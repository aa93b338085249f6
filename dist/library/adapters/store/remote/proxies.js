import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { isIPv6 } from 'node:net';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';
/**
 * Milliseconds that a connection may wait to be used again, as of Node's own agent: a request that meets one which the
 * store is just closing gets no answer, and a change without an answer makes the whole run wait for the fence.
 */
const IDLE = 5000;
/** For a client that keeps connections by itself: nothing where no proxy is named. */
export function proxyAgents(env) {
    const named = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'].some((name) => variable(env, name) !== undefined);
    return named ? agentsFor(env, Number.POSITIVE_INFINITY) : undefined;
}
/** Connections that are kept, through a proxy where HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY say so. */
export function agentsFor(env, maxSockets, idleMs = IDLE) {
    const settings = { keepAlive: true, maxSockets, timeout: idleMs };
    const plain = { httpAgent: new HttpAgent(settings), httpsAgent: new HttpsAgent(settings) };
    const exempt = exemptions(variable(env, 'NO_PROXY'));
    const secure = variable(env, 'HTTPS_PROXY') ?? variable(env, 'ALL_PROXY');
    const clear = variable(env, 'HTTP_PROXY') ?? variable(env, 'ALL_PROXY');
    return {
        httpAgent: clear === undefined ? plain.httpAgent : new ClearTunnel(clear, settings, exempt, plain.httpAgent),
        // Agents of proxies are http.Agents by type, whatever they connect to.
        httpsAgent: secure === undefined
            ? plain.httpsAgent
            : new SecureTunnel(secure, settings, exempt, plain.httpsAgent),
    };
}
class SecureTunnel extends HttpsProxyAgent {
    #exempt;
    #direct;
    constructor(proxy, settings, exempt, direct) {
        super(proxy, settings);
        this.#exempt = exempt;
        this.#direct = direct;
    }
    async connect(...[request, options]) {
        const host = 'host' in options ? options.host : undefined;
        if (this.#exempt(host ?? '', Number(options.port ?? 443)))
            return this.#direct;
        return super.connect(request, options);
    }
}
class ClearTunnel extends HttpProxyAgent {
    #exempt;
    #direct;
    constructor(proxy, settings, exempt, direct) {
        super(proxy, settings);
        this.#exempt = exempt;
        this.#direct = direct;
    }
    /** Of a direct connection the request's path stays as it is; a proxy needs the whole URL in it. */
    addRequest(...[request, options]) {
        const { host, port } = options;
        const direct = this.#direct;
        if (this.#exempt(host ?? '', Number(port ?? 80)))
            direct.addRequest(request, options);
        else
            super.addRequest(request, options);
    }
}
function variable(env, name) {
    const value = env[name] ?? env[name.toLowerCase()];
    return value === undefined || value === '' ? undefined : value;
}
/** Host names with all below them, and addresses, each with a port or without; `*` for every host. */
function exemptions(list) {
    const rules = (list ?? '').split(/[\s,]+/).filter((rule) => rule !== '');
    return (host, port) => {
        const asked = canonical(host);
        return rules.some((rule) => {
            if (rule === '*')
                return true;
            const { name, only } = readRule(rule);
            if (only !== undefined && Number(only) !== port)
                return false;
            const bare = canonical(name.replace(/^\*?\./, ''));
            return asked === bare || asked.endsWith(`.${bare}`);
        });
    };
}
/** An IPv6 address has colons of its own: with a port it stands in brackets. */
function readRule(rule) {
    const [, bracketed, port] = /^\[(.*)\](?::(\d+))?$/.exec(rule) ?? [];
    if (bracketed !== undefined)
        return { name: bracketed, only: port };
    if (isIPv6(rule))
        return { name: rule };
    const [, name = '', only] = /^(.*?)(?::(\d+))?$/.exec(rule) ?? [];
    return { name, only };
}
/** `::1` and `0:0::1` are the same address. */
function canonical(host) {
    const bare = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
    return isIPv6(bare) && !bare.includes('%') ? new URL(`http://[${bare}]`).hostname.slice(1, -1) : bare;
}
