import type { S3Client } from '@aws-sdk/client-s3';
import type { LimitFunction } from 'p-limit';
import { type Guard } from '../../../ports/workspace.ts';
import { type RetryParts } from '../remote/read-retries.ts';
import { type Doing, type Where } from './errors.ts';
export interface CallerParts extends RetryParts {
    readonly client: S3Client;
    readonly where: Where;
    readonly timeoutMs: number;
    readonly turns: Turns;
}
/** Who may send now: one limit for all requests of a bucket, however they are nested. */
export type Turns = LimitFunction;
/** How a command is given to the client. */
export type Send<T> = (client: S3Client, options: {
    readonly abortSignal: AbortSignal;
}) => Promise<T>;
/** Sends requests, each within its time, and tells failures in the port's terms. */
export declare class Caller {
    #private;
    readonly where: Where;
    readonly timeoutMs: number;
    constructor(parts: CallerParts);
    /**
     * A request that changes something: sent once, whatever comes of it. When its turn has come, `guard` is asked, and only
     * then its time begins.
     */
    change<T>(doing: Doing, send: Send<T>, guard?: Guard): Promise<T>;
    /** A change that does no harm when it is made twice: sent again while there is no answer, the guard asked before each. */
    repeat<T>(doing: Doing, guard: Guard, send: Send<T>): Promise<T>;
    /** A request that only reads, with whatever `send` does with its answer: sent again while there is none. */
    ask<T>(doing: Doing, send: Send<T>): Promise<T>;
    /** The same for a key that need not be there. */
    askIfThere<T>(doing: Doing, send: Send<T>): Promise<T | undefined>;
    /** Like `ask`, with a part after the answer's beginning that has its own limits of time. */
    stream<T, R>(doing: Doing, send: Send<T>, take: (answer: T) => Promise<R>): Promise<R>;
}
export declare function unlessAbsent<T>(asked: Promise<T>): Promise<T | undefined>;
