import { type Answer, errorAnswer, errorDocument, type Outcome, xmlAnswer } from './answer.ts';
import { reportFailed } from './batch-faults.ts';
import { type ErrorCode, S3Error } from './errors.ts';
import { type Fault, type Intercept, Interception, type Match } from './interception.ts';

/** Before or after the request has its effect. */
export type Moment = 'before' | 'after';

/** A request that waits, while the world goes on. */
export interface Held extends Fault {
  /** Resolves when the first request waits here. */
  readonly arrived: Promise<void>;
  /** Lets all that waits go on, and what comes later pass. Nobody needs to listen for the answer any more. */
  release(): void;
}

/** Faults on demand: each is one `Intercept`. */
export class Faults extends Interception {
  /** The connection is reset. After the effect: done, and nobody was told. */
  reset(moment: Moment, match: Match = {}): Fault {
    return this.on(match, async (_, proceed) => {
      if (moment === 'after') await proceed();
      return 'reset';
    });
  }

  /** The request waits until it is released: a late delivery where its sender has given up by then. */
  hold(moment: Moment, match: Match = {}): Held {
    const gate = Promise.withResolvers<void>();
    const arrival = Promise.withResolvers<void>();
    const wait = () => {
      arrival.resolve();
      return gate.promise;
    };
    const fault = this.on(match, async (_, proceed) => {
      if (moment === 'before') await wait();
      const outcome = await proceed();
      if (moment === 'after') await wait();
      return outcome;
    });
    return Object.assign(fault, { arrived: arrival.promise, release: gate.resolve });
  }

  /** An error instead of the effect: SlowDown, ConditionalRequestConflict, InternalError, … */
  refuse(code: ErrorCode, match: Match = {}, headers: Readonly<Record<string, string>> = {}): Fault {
    return this.on(match, async ({ url }) => errorAnswer(new S3Error(code, { headers }), url));
  }

  /** 503 SlowDown or 429, with Retry-After. */
  throttle(match: Match = {}, { status = 503, retryAfter = 1 } = {}): Fault {
    const code = status === 429 ? 'TooManyRequests' : 'SlowDown';
    return this.refuse(code, match, { 'retry-after': String(retryAfter) });
  }

  /** The effect is there, the answer is an error all the same. */
  misreport(code: ErrorCode, match: Match = {}): Fault {
    return this.on(match, async ({ url }, proceed) => {
      await proceed();
      return errorAnswer(new S3Error(code), url);
    });
  }

  /** The answer ends after so many bytes of its body, and the connection with it. */
  truncate(bytes: number, match: Match = {}): Fault {
    return this.on(match, async (_, proceed) => {
      const outcome = await proceed();
      return outcome === 'reset' ? outcome : { ...outcome, truncateAt: bytes };
    });
  }

  /**
   * 200, with an error inside, as CopyObject, UploadPartCopy and CompleteMultipartUpload may answer.
   * @param moment `after`: the effect is there all the same
   */
  errorInside(code: ErrorCode, match: Match = {}, moment: Moment = 'before'): Fault {
    return this.on(match, async ({ url }, proceed) => {
      if (moment === 'after') await proceed();
      return xmlAnswer(errorDocument(new S3Error(code), url));
    });
  }

  /** DeleteObjects does its work, and reports an error for the keys that match. Denials fail keys undone. */
  misreportKeys(code: ErrorCode, pattern: RegExp, match: Match = {}): Fault {
    return this.on({ ...match, operation: 'DeleteObjects' }, async (_, proceed) =>
      changed(await proceed(), (answer) => reportFailed(answer, code, pattern)),
    );
  }

  /**
   * The client dies at its nth request that matches: that one is cut before or after its effect, and nothing that
   * comes later gets through, until the fault is removed.
   */
  die(moment: Moment, match: Match = {}): Fault {
    let dead = false;
    const cut: Intercept = async (_, proceed) => {
      if (dead) return 'reset';
      return proceed();
    };
    const everything = this.add(cut);
    const last = this.on({ ...match, times: 1 }, async (_, proceed) => {
      if (moment === 'after') await proceed();
      dead = true;
      return 'reset';
    });
    return {
      get hits() {
        return last.hits;
      },
      remove: () => {
        everything.remove();
        last.remove();
      },
    };
  }
}

function changed(outcome: Outcome, change: (answer: Answer) => Answer): Outcome {
  return outcome === 'reset' ? outcome : change(outcome);
}
