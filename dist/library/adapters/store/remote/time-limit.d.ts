/** No answer in time; whether the request had its effect is not known. */
export declare class TimedOut extends Error {
    constructor(milliseconds: number);
}
/**
 * One request, given up when its whole answer has not come in time: it then rejects with TimedOut, also when the
 * request does not heed the signal. The machine's own timer: how long a socket is silent no other clock can tell.
 */
export declare function within<T>(milliseconds: number, request: (signal: AbortSignal) => Promise<T>): Promise<T>;
/**
 * Hands on every chunk of a body, however long all of it takes; TimedOut when nothing comes for `milliseconds`.
 * `stop` ends the transfer.
 */
export declare function eachChunk(body: AsyncIterable<Uint8Array>, milliseconds: number, take: (chunk: Uint8Array) => void, stop: (reason: Error) => void): Promise<void>;
