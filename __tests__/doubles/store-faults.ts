import fs from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

type Call = (...args: never[]) => Promise<unknown>;
type Calls = Record<string, Call>;

/** A file system error as Node throws it. */
export function errnoError(code: string, errno: number): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: made up by a test`), { code, errno: -errno });
}

/** The calls of `node:fs/promises` that change something on disk. */
export const MUTATIONS = [
  'chmod',
  'link',
  'lutimes',
  'mkdir',
  'open',
  'rename',
  'rm',
  'rmdir',
  'symlink',
  'unlink',
] as const;
export type Mutation = (typeof MUTATIONS)[number];

/** An `open` for reading changes nothing. */
const changes = (name: Mutation, args: readonly unknown[]): boolean =>
  name !== 'open' || (typeof args[1] === 'string' && /[wa+]/.test(args[1]));

export interface MutationCall {
  readonly name: Mutation;
  readonly args: readonly unknown[];
}

/** Stands in front of each change; calls `effect` for the real one, any number of times. */
export type Interference = (call: MutationCall, effect: () => Promise<unknown>) => Promise<unknown>;

/** Replaces the mutating calls for all modules of this process until `undo` is called. */
export function interfere(interference: Interference): { undo: () => void } {
  const promises = fs.promises as unknown as Calls;
  const originals = new Map<Mutation, Call>();
  for (const name of MUTATIONS) {
    const original = promises[name] as Call;
    originals.set(name, original);
    promises[name] = ((...args: never[]) => {
      const effect = () => original.apply(promises, args);
      return changes(name, args) ? interference({ name, args }, effect) : effect();
    }) as Call;
  }
  syncBuiltinESMExports();
  return {
    undo: () => {
      for (const [name, original] of originals) promises[name] = original;
      syncBuiltinESMExports();
    },
  };
}

/** Runs `action` with the interference in place. */
export async function withInterference<T>(interference: Interference, action: () => Promise<T>): Promise<T> {
  const { undo } = interfere(interference);
  try {
    return await action();
  } finally {
    undo();
  }
}

/** `rename` between these two places crosses file systems, as an overlay or a bind mount would have it. */
export function crossing(isAcross: (from: string, to: string) => boolean): Interference {
  return async ({ name, args }, effect) => {
    const [from, to] = args as [string, string];
    if (['rename', 'link'].includes(name) && isAcross(from, to)) throw errnoError('EXDEV', 18);
    return effect();
  };
}

export class Killed extends Error {}

/** The process dies at one change, before or after it; nothing that it does later reaches the disk. */
export function killAt(
  count: number,
  when: 'before' | 'after',
  inner?: Interference,
): Interference & { calls: number } {
  let dead = false;
  const interference = (async (call, effect) => {
    if (dead) throw new Killed();
    interference.calls += 1;
    const last = interference.calls === count;
    if (last) dead = true;
    if (last && when === 'before') throw new Killed();
    const result = await (inner === undefined ? effect() : inner(call, effect));
    if (!last) return result;
    if (call.name === 'open') await (result as FileHandle).close();
    throw new Killed();
  }) as Interference & { calls: number };
  interference.calls = 0;
  return interference;
}
