import type { Intercept, MemoryRequest } from '../../src/adapters/store/memory/memory-store.ts';
import { failure } from '../../src/domain/errors.ts';

const CHANGES = new Set<MemoryRequest['method']>(['put', 'copy', 'move', 'remove']);
export const isChange = ({ method }: MemoryRequest): boolean => CHANGES.has(method);

type Which = (request: MemoryRequest) => boolean;

/** Remembers every request. */
export function recording(): { requests: MemoryRequest[]; intercept: Intercept } {
  const requests: MemoryRequest[] = [];
  return {
    requests,
    intercept: (request, effect) => {
      requests.push(request);
      return effect();
    },
  };
}

/** Does something directly before the n-th request of a kind (counted from 1), once. */
export function before(nth: number, action: () => unknown, which: Which = () => true): Intercept {
  let seen = 0;
  return async (request, effect) => {
    if (which(request)) seen += 1;
    if (which(request) && seen === nth) await action();
    return effect();
  };
}

/** Does something directly after the n-th request of a kind, once. */
export function following(nth: number, action: () => unknown, which: Which = () => true): Intercept {
  let seen = 0;
  return async (request, effect) => {
    const result = await effect();
    if (which(request)) seen += 1;
    if (which(request) && seen === nth) await action();
    return result;
  };
}

/** Fails requests of a kind, without effect. */
export const failing = (
  which: Which,
  error: () => Error = () => failure('PERMISSION', 'refused'),
  times = Number.POSITIVE_INFINITY,
): Intercept => {
  let left = times;
  return async (request, effect) => {
    if (!which(request) || left <= 0) return effect();
    left -= 1;
    throw error();
  };
};

/** The request has its effect, but its answer is lost, so many times. */
export const losingReplies = (which: Which, times = 1): Intercept => {
  let left = times;
  return async (request, effect) => {
    const result = await effect();
    if (!which(request) || left <= 0) return result;
    left -= 1;
    throw failure('UNREACHABLE', 'the reply was lost');
  };
};

export const all = (...intercepts: readonly Intercept[]): Intercept =>
  intercepts.reduce((outer, inner) => (request, effect) => outer(request, () => inner(request, effect)));

export const to =
  (method: MemoryRequest['method'], key: string | RegExp): Which =>
  (request) =>
    request.method === method && (typeof key === 'string' ? request.key === key : key.test(request.key));

export const A_RECORD = /^\.rollback-log\/\d{20}$/;
export const A_MARKER = /^\.rollback-log\/by-version\//;
