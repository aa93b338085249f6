import fs from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

type Call = (...args: never[]) => unknown;
type Calls = Record<string, Call>;

/** A file system error as Node throws it. */
export function errnoError(code: string, errno: number): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: made up by a test`), { code, errno: -errno });
}

/** The calls that change something on disk, each in `node:fs` (as `renameSync`) and in `node:fs/promises`. */
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

/** Stands in front of each change; calls `effect` for the real one, any number of times. May not wait: most can't. */
export type Interference = (call: MutationCall, effect: () => unknown) => unknown;

/** Replaces the mutating calls for all modules of this process until `undo` is called. */
export function interfere(interference: Interference): { undo: () => void } {
  const promises = fs.promises as unknown as Calls;
  const inPlace = fs as unknown as Calls;
  const undos: (() => void)[] = [];
  const replace = (owner: Calls, key: string, name: Mutation, wrap: (call: Call) => Call) => {
    const original = owner[key] as Call;
    undos.push(() => {
      owner[key] = original;
    });
    owner[key] = wrap((...args: never[]) => {
      const effect = () => original.apply(owner, args);
      return changes(name, args) ? interference({ name, args }, effect) : effect();
    });
  };
  for (const name of MUTATIONS) {
    replace(inPlace, `${name}Sync`, name, (call) => call);
    // What is thrown at once is a rejection there.
    replace(
      promises,
      name,
      name,
      (call) =>
        async (...args) =>
          call(...args),
    );
  }
  syncBuiltinESMExports();
  return {
    undo: () => {
      for (const undo of undos) undo();
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
  return ({ name, args }, effect) => {
    const [from, to] = args as [string, string];
    if (['rename', 'link'].includes(name) && isAcross(from, to)) throw errnoError('EXDEV', 18);
    return effect();
  };
}

export class Killed extends Error {}

const dies = (): never => {
  throw new Killed();
};

/** What `open` gave must not stay open. */
const closed = (opened: unknown) => (opened as FileHandle | undefined)?.close();

/** The process dies at one change, before or after it; nothing that it does later reaches the disk. */
export function killAt(
  count: number,
  when: 'before' | 'after',
  inner?: Interference,
): Interference & { calls: number } {
  let dead = false;
  const interference = ((call, effect) => {
    if (dead) throw new Killed();
    interference.calls += 1;
    const last = interference.calls === count;
    if (last) dead = true;
    if (last && when === 'before') return dies();
    const result = inner === undefined ? effect() : inner(call, effect);
    if (!last) return result;
    if (result instanceof Promise) return result.then(closed).then(dies);
    if (typeof result === 'number') fs.closeSync(result);
    return dies();
  }) as Interference & { calls: number };
  interference.calls = 0;
  return interference;
}
