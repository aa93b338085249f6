import { Storage } from '@google-cloud/storage';
import { PassThroughClient } from 'google-auth-library';
import { proxyAgents } from '../remote/proxies.js';
import { within } from '../remote/time-limit.js';
import { exchange } from './exchange.js';
import { credentialsFailure, noAnswer } from './no-answer.js';
/** What every request is sent with: never again by itself, every status an answer, and the bytes as they are stored. */
const ONCE = { retry: false, validateStatus: () => true };
/**
 * The library knows HTTPS_PROXY, and NO_PROXY in part: neither '*', nor ports, nor a domain without its dot. So tokens
 * and objects go the way that requests to S3 go.
 */
function clientOptions() {
    const agents = proxyAgents(process.env);
    if (agents === undefined)
        return {};
    const agent = ({ protocol }) => (protocol === 'https:' ? agents.httpsAgent : agents.httpAgent);
    return { transporterOptions: { agent } };
}
/**
 * The client library's credentials and its HTTP transport, without its retries: one call here is at most one request.
 * Nothing is sent in clear text with a token, so emulators and loopback get none.
 */
export class Transport {
    /** Scheme and host, without '/' at the end. */
    endpoint;
    timeoutMs;
    #storage;
    #nobody;
    #anonymous;
    constructor({ endpoint, timeoutMs }) {
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
    async send(request) {
        return this.#inTime(async (signal) => {
            const { client, options } = await this.#authorized(request, signal);
            const whole = { ...options, responseType: 'arraybuffer' };
            const { status, headers, data } = await client.transporter.request(whole);
            return { status, headers, body: data };
        });
    }
    /** The same with the body as a stream; the time-out is for the answer to begin. */
    async stream(request) {
        return this.#inTime(async (signal) => {
            const { client, options } = await this.#authorized(request, signal);
            const streamed = { ...options, responseType: 'stream' };
            const { status, headers, data } = await client.transporter.request(streamed);
            return { status, headers, body: data };
        });
    }
    async #inTime(request) {
        try {
            return await within(this.timeoutMs, request);
        }
        catch (thrown) {
            throw noAnswer(thrown);
        }
    }
    /** The request with the credentials of its sender; too late, it is not sent any more. */
    async #authorized({ method, url, headers: own, body, anonymous }, signal) {
        const client = this.#anonymous || anonymous === true ? this.#nobody : await this.#credentials();
        const headers = await this.#headers(client, url);
        signal.throwIfAborted();
        for (const [name, value] of Object.entries(own ?? {}))
            headers.set(name, value);
        const adapter = (prepared) => exchange(prepared, body);
        return { client, options: { ...ONCE, method, url, headers, signal, adapter } };
    }
    async #credentials() {
        try {
            return withOneTransporter(await this.#storage.authClient.getClient());
        }
        catch (thrown) {
            throw credentialsFailure(thrown);
        }
    }
    async #headers(client, url) {
        try {
            return new Headers(await client.getRequestHeaders(url));
        }
        catch (thrown) {
            throw credentialsFailure(thrown);
        }
    }
}
/** A client of workload identity has a second transporter, for tokens of OIDC, that is given no options. */
function withOneTransporter(client) {
    const { stsCredential } = client;
    if (stsCredential !== undefined)
        stsCredential.transporter = client.transporter;
    return client;
}
function isLoopback(endpoint) {
    const { hostname } = new URL(endpoint);
    return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
}
