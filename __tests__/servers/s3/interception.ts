import type { Outcome } from './answer.ts';
import { matches, type Pattern } from './denials.ts';
import type { S3Request } from './request.ts';
import type { Operation } from './routes.ts';

/** Has the effect, and tells the answer. Called twice it has the effect twice, as a request that is sent again. */
export type Proceed = () => Promise<Outcome>;

/** Stands between a request and its effect, and between the effect and its answer. */
export type Intercept = (request: S3Request, proceed: Proceed) => Promise<Outcome>;

/** Which requests; all of them, where nothing is said. */
export interface Match {
  readonly operation?: Operation | readonly Operation[];
  readonly key?: Pattern;
  /** Only requests that would change something, or only the others. */
  readonly changes?: boolean;
  /** The first one that counts, from 1. */
  readonly nth?: number;
  /** How many from then on; one, where nothing is said. */
  readonly times?: number;
}

/** A fault that is in place: how often it struck, and how to take it away. */
export interface Fault {
  readonly hits: number;
  remove(): void;
}

/** The chain of what stands in between, the newest first. */
export class Interception {
  readonly #chain: Intercept[] = [];

  /** For every request until it is removed. */
  add(intercept: Intercept): Fault {
    return this.on({ times: Number.POSITIVE_INFINITY }, intercept);
  }

  /** For the requests that match, counted as they arrive. */
  on(match: Match, intercept: Intercept): Fault {
    const { nth = 1, times = 1 } = match;
    let seen = 0;
    const counted: Intercept = async (request, proceed) => {
      if (!isMeant(match, request)) return proceed();
      seen += 1;
      return seen >= nth && seen < nth + times ? intercept(request, proceed) : proceed();
    };
    this.#chain.unshift(counted);
    return {
      get hits() {
        return Math.max(0, Math.min(times, seen - nth + 1));
      },
      remove: () => {
        const at = this.#chain.indexOf(counted);
        if (at >= 0) this.#chain.splice(at, 1);
      },
    };
  }

  clear(): void {
    this.#chain.length = 0;
  }

  run(request: S3Request, proceed: Proceed): Promise<Outcome> {
    const chained = this.#chain.reduceRight<Proceed>(
      (next, intercept) => () => intercept(request, next),
      proceed,
    );
    return chained();
  }
}

function isMeant({ operation, key, changes }: Match, request: S3Request): boolean {
  const operations = typeof operation === 'string' ? [operation] : operation;
  if (operations && !operations.includes(request.operation)) return false;
  if (changes !== undefined && changes !== request.changes) return false;
  return matches(key, request.key);
}
