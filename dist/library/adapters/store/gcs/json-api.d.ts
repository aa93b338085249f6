import type { Bytes } from '../../../domain/byte-parts.ts';
import { JoinedReads } from './joined-reads.ts';
import { type Subject } from './refusals.ts';
import type { HttpAnswer, HttpRequest, Transport } from './transport.ts';
/** A list is a parameter that is given several times. */
export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;
/** Sends a reading request again while it gets no answer. */
export type Again = <T>(read: () => Promise<T>) => Promise<T>;
export interface ApiRequest {
    readonly method: HttpRequest['method'];
    /** Below `/storage/v1`, names in it encoded. */
    readonly path: string;
    readonly query?: Query | undefined;
    /** What it is about, for the words of a refusal. */
    readonly subject: Subject;
    readonly json?: object | undefined;
    readonly body?: {
        readonly type: string;
        readonly bytes: Bytes;
    } | undefined;
    readonly headers?: Readonly<Record<string, string>> | undefined;
    readonly anonymous?: boolean | undefined;
    /** The path counts from the host: not the JSON API. */
    readonly root?: boolean | undefined;
    /** Statuses besides 2xx that the caller reads himself. */
    readonly expects?: readonly number[] | undefined;
}
/**
 * The JSON API of Google Cloud Storage. All requests go this way, and none through the client's own methods: those lack
 * the source's precondition on moves, hide rewrite tokens and `Date`, and repeat what must be sent once. So there is one
 * place for preconditions, for time-outs, and for what a status means.
 */
export declare class JsonApi {
    #private;
    readonly joined: JoinedReads;
    /**
     * `heard` is told the headers of every answer. `userProject` pays for the requests, where the bucket lets its requesters
     * pay: cloud.google.com/storage/docs/requester-pays.
     */
    constructor(transport: Transport, again: Again, heard: (headers: Headers) => void, userProject?: string | undefined);
    get endpoint(): string;
    /** A reading request, sent again when it got no answer. */
    read(request: ApiRequest): Promise<HttpAnswer>;
    /** The same, perhaps together with others. */
    readJoined(request: ApiRequest): Promise<HttpAnswer>;
    /** Anything that reads in several requests: all of it again when one of them got no answer. */
    again<T>(read: () => Promise<T>): Promise<T>;
    /** At most one request. Throws what the refusal means; a status that is expected comes back. */
    once(request: ApiRequest): Promise<HttpAnswer>;
    /** The answer, if it is one that was expected; else throws what the refusal means. */
    accepted(answer: HttpAnswer, request: ApiRequest): HttpAnswer;
    /** At most one request; `take` is given its body as it comes in, unless the status is another that was expected. */
    stream(request: ApiRequest, take: (chunk: Uint8Array) => void): Promise<HttpAnswer>;
    /** At most one request for many calls; undefined for a call that got no answer. Refusals are the caller's to read. */
    batch(calls: readonly ApiRequest[], subject: Subject): Promise<readonly (HttpAnswer | undefined)[]>;
}
/**
 * A name as one segment of a path: '/' becomes %2F, so that nothing in it is a folder to a URL parser. Only the names
 * '.' and '..' as a whole could not be sent, and the service has none (see keys.ts).
 */
export declare function encoded(name: string): string;
/** The answer's JSON. A broken one is no answer: whatever was asked for may have happened. */
export declare function jsonOf<T extends object>({ body, status }: HttpAnswer): T;
/** The endpoint as a person may have given it. Throws BAD_INPUT. */
export declare function checkedEndpoint(endpoint: string | undefined): string | undefined;
