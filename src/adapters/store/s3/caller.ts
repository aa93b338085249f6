import type { S3Client } from '@aws-sdk/client-s3';
import type { LimitFunction } from 'p-limit';
import { LOG } from '../../../domain/keys.ts';
import { type Guard, UNGUARDED } from '../../../ports/workspace.ts';
import { ReadRetries, type RetryParts } from '../remote/read-retries.ts';
import { within } from '../remote/time-limit.ts';
import { AbsentError, type Doing, translate, type Where } from './errors.ts';
import { LONGEST_REQUEST } from './options.ts';

export interface CallerParts extends RetryParts {
  readonly client: S3Client;
  readonly where: Where;
  readonly timeoutMs: number;
  readonly turns: Turns;
}

/** Who may send now: one limit for all requests of a bucket, however they are nested. */
export type Turns = LimitFunction;

/** How a command is given to the client. */
export type Send<T> = (client: S3Client, options: { readonly abortSignal: AbortSignal }) => Promise<T>;

/** Sends requests, each within its time, and tells failures in the port's terms. */
export class Caller {
  readonly where: Where;
  readonly timeoutMs: number;
  readonly #client: S3Client;
  readonly #retries: ReadRetries;
  readonly #turns: Turns;

  constructor(parts: CallerParts) {
    this.#client = parts.client;
    this.where = parts.where;
    this.timeoutMs = Math.min(parts.timeoutMs, LONGEST_REQUEST);
    this.#retries = new ReadRetries(parts);
    this.#turns = parts.turns;
  }

  /**
   * A request that changes something: sent once, whatever comes of it. When its turn has come, `guard` is asked, and only
   * then its time begins.
   */
  change<T>(doing: Doing, send: Send<T>, guard: Guard = UNGUARDED): Promise<T> {
    const request = async (): Promise<T> => {
      await guard();
      try {
        return await within(this.timeoutMs, (abortSignal) => send(this.#client, { abortSignal }));
      } catch (thrown) {
        throw translate(thrown, doing, this.where);
      }
    };
    // A guard may have to say in the log that we live: that must not wait for those who wait for the guard.
    return doing.key?.startsWith(LOG) === true ? request() : this.#turns(request);
  }

  /** A change that does no harm when it is made twice: sent again while there is no answer, the guard asked before each. */
  repeat<T>(doing: Doing, guard: Guard, send: Send<T>): Promise<T> {
    return this.#retries.run(() => this.change(doing, send, guard));
  }

  /** A request that only reads, with whatever `send` does with its answer: sent again while there is none. */
  ask<T>(doing: Doing, send: Send<T>): Promise<T> {
    return this.#retries.run(() => this.change(doing, send));
  }

  /** The same for a key that need not be there. */
  async askIfThere<T>(doing: Doing, send: Send<T>): Promise<T | undefined> {
    return unlessAbsent(this.ask(doing, send));
  }

  /** Like `ask`, with a part after the answer's beginning that has its own limits of time. */
  async stream<T, R>(doing: Doing, send: Send<T>, take: (answer: T) => Promise<R>): Promise<R> {
    return this.#retries.run(async () => {
      const answer = await this.change(doing, send);
      try {
        return await take(answer);
      } catch (thrown) {
        throw translate(thrown, doing, this.where);
      }
    });
  }
}

export async function unlessAbsent<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (thrown) {
    if (thrown instanceof AbsentError) return undefined;
    throw thrown;
  }
}
