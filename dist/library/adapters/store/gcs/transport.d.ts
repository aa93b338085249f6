import type { Readable } from 'node:stream';
import type { Bytes } from '../../../domain/byte-parts.ts';
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
/**
 * The client library's credentials and its HTTP transport, without its retries: one call here is at most one request.
 * Nothing is sent in clear text with a token, so emulators and loopback get none.
 */
export declare class Transport {
    #private;
    /** Scheme and host, without '/' at the end. */
    readonly endpoint: string;
    readonly timeoutMs: number;
    constructor({ endpoint, timeoutMs }: TransportOptions);
    /** Throws UnansweredError when there is no whole answer, PERMISSION when there are no credentials. */
    send(request: HttpRequest): Promise<HttpAnswer>;
    /** The same with the body as a stream; the time-out is for the answer to begin. */
    stream(request: HttpRequest): Promise<HttpAnswer<Readable>>;
}
