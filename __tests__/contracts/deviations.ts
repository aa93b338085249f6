import { test } from 'vitest';

/** Tests that a store is known to fail, by their names, each with the reason. */
export type Deviations = Readonly<Record<string, string>>;

export type ContractTest = (name: string, run: () => Promise<void>) => void;

/** How the title of a test says that its store is known to deviate. */
export const DEVIATES = ' [deviates: ';

/**
 * Registers tests, the known deviations so that they have to fail: a store that deviates no longer is news, too.
 * `done` throws where a deviation names no test.
 */
export function testsWith(deviations: Deviations = {}): { readonly test: ContractTest; done(): void } {
  const unused = new Set(Object.keys(deviations));
  return {
    test: (name, run) => {
      const reason = deviations[name];
      unused.delete(name);
      if (reason === undefined) test(name, run);
      else test.fails(`${name}${DEVIATES}${reason}]`, run);
    },
    done: () => {
      if (unused.size > 0) throw new Error(`no test is called: ${[...unused].join('; ')}`);
    },
  };
}
