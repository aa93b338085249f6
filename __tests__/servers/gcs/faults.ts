import type { GcsCall, Operation } from './call.ts';
import { GcsError } from './errors.ts';
import { forbidden, type Permission } from './permissions.ts';
import { errorReply, type Outcome } from './reply.ts';

/** Stands in front of each call. `proceed` gives the effect and its reply; it may be called late, twice, or never. */
export type Intercept = (call: GcsCall, proceed: () => Promise<Outcome>) => Promise<Outcome>;

/** Which calls a fault is for; what is left out matches all. */
export interface Match {
  readonly operation?: Operation | readonly Operation[];
  readonly bucket?: string;
  /** The object's name, or the source's; a RegExp is tried on the destination too. */
  readonly key?: string | RegExp;
  readonly when?: (call: GcsCall) => boolean;
  /** The first of the matching calls that is hit, from 1. */
  readonly nth?: number;
  /** How many from there on; 1 unless said. */
  readonly times?: number;
}

interface Planted {
  readonly match: Match;
  readonly intercept: Intercept;
  seen: number;
}

/** A call that waits until a test says go on. */
export interface Held {
  /** When the call has come (and, held after the effect, has had it). */
  readonly arrived: Promise<GcsCall>;
  /** Lets it go on, whether or not the client still waits; resolves when its effect is there. */
  release(): Promise<void>;
  /** Ends it without an answer; held before the effect, it never has one. */
  drop(): void;
}

export class Faults {
  #planted: Planted[] = [];
  readonly #drops = new Set<() => void>();

  /** Puts `intercept` in front of the matching calls; returns what takes it away again. */
  plant(match: Match, intercept: Intercept): () => void {
    const planted = { match, intercept, seen: 0 };
    this.#planted.push(planted);
    return () => {
      this.#planted = this.#planted.filter((one) => one !== planted);
    };
  }

  /** Holds the matching calls, `before` their effect or `after` it. */
  hold(match: Match, when: 'before' | 'after'): Held {
    const arrived = Promise.withResolvers<GcsCall>();
    const go = Promise.withResolvers<'on' | 'drop'>();
    const effect = Promise.withResolvers<void>();
    const drop = (): void => go.resolve('drop');
    this.#drops.add(drop);
    this.plant(match, async (call, proceed) => {
      const early = when === 'after' ? await proceed() : undefined;
      arrived.resolve(call);
      const word = await go.promise;
      const outcome = word === 'drop' ? 'drop' : (early ?? (await proceed()));
      effect.resolve();
      return outcome;
    });
    const release = (): Promise<void> => {
      go.resolve('on');
      return effect.promise;
    };
    return { arrived: arrived.promise, release, drop };
  }

  /** Takes all faults away; calls that are held end without an answer. */
  clear(): void {
    this.#planted = [];
    for (const drop of this.#drops) drop();
    this.#drops.clear();
  }

  /** The call through all faults that match it, the first planted outermost. */
  async run(call: GcsCall, proceed: () => Promise<Outcome>): Promise<Outcome> {
    const hit = this.#planted.filter((planted) => counts(planted, call));
    const chain = hit.reduceRight<() => Promise<Outcome>>(
      (next, planted) => () => planted.intercept(call, next),
      proceed,
    );
    return await chain();
  }
}

function counts(planted: Planted, call: GcsCall): boolean {
  const { match } = planted;
  if (!matches(match, call)) return false;
  planted.seen += 1;
  const first = match.nth ?? 1;
  return planted.seen >= first && planted.seen < first + (match.times ?? 1);
}

function matches(match: Match, call: GcsCall): boolean {
  const { operation, bucket, key, when } = match;
  const operations: readonly string[] = typeof operation === 'string' ? [operation] : (operation ?? []);
  if (operations.length > 0 && !operations.includes(call.operation)) return false;
  if (bucket !== undefined && call.bucket !== bucket) return false;
  if (typeof key === 'string' && call.key !== key) return false;
  if (
    key instanceof RegExp &&
    ![call.key, call.to?.key].some((name) => name !== undefined && key.test(name))
  ) {
    return false;
  }
  return when?.(call) ?? true;
}

/** The connection breaks and nothing happened. */
export const resetBefore: Intercept = async () => 'drop';

/** The connection breaks, but it happened: the answer is lost. */
export const resetAfter: Intercept = async (_call, proceed) => {
  await proceed();
  return 'drop';
};

const REASONS: Readonly<Record<number, string>> = {
  401: 'authError',
  408: 'requestTimeout',
  429: 'rateLimitExceeded',
  500: 'internalError',
  502: 'badGateway',
  503: 'backendError',
  504: 'gatewayTimeout',
};

/** An answer of `status` without the effect; `retryAfter` in seconds. */
export function failWith(status: number, options: { retryAfter?: number; reason?: string } = {}): Intercept {
  const headers: Record<string, string> =
    options.retryAfter === undefined ? {} : { 'retry-after': String(options.retryAfter) };
  const reason = options.reason ?? REASONS[status] ?? 'internalError';
  return async () => errorReply(new GcsError(status, reason, `Backend Error ${status}`, headers));
}

/** The effect, and an answer of `status` all the same. */
export function failAfter(status: number): Intercept {
  const fail = failWith(status);
  return async (call, proceed) => {
    await proceed();
    return fail(call, proceed);
  };
}

/** The effect, and an answer that breaks off after so many bytes of its body. */
export function truncate(bytes: number): Intercept {
  return async (_call, proceed) => {
    const outcome = await proceed();
    return outcome === 'drop' ? outcome : { ...outcome, truncateAfter: bytes };
  };
}

/** The 403 of a permission that is missing for this call only. */
export function denied(permission: Permission): Intercept {
  return async (call) => errorReply(forbidden(permission, call.bucket ?? '', call.key));
}
