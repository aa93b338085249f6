import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
type Env = Readonly<Record<string, string | undefined>>;
export interface Agents {
    readonly httpAgent: HttpAgent;
    readonly httpsAgent: HttpsAgent;
}
/** For a client that keeps connections by itself: nothing where no proxy is named. */
export declare function proxyAgents(env: Env): Agents | undefined;
/** Connections that are kept, through a proxy where HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY say so. */
export declare function agentsFor(env: Env, maxSockets: number, idleMs?: number): Agents;
export {};
