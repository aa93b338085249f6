import { expect, test } from 'vitest';

/** Tests that a store is known to fail, by their names, each with the reason. */
export type Deviations = Readonly<Record<string, string>>;

export type ContractTest = (name: string, run: () => Promise<void>) => void;

/** How the title of a test says that its store is known to deviate. */
export const DEVIATES = ' [deviates: ';

/** Registers tests, the known deviations so that they have to fail: a store that deviates no longer is news, too. */
export function testsWith(deviations: Deviations = {}): ContractTest {
  const unused = new Set(Object.keys(deviations));
  test('every known deviation is one of a test', () => {
    expect([...unused]).toEqual([]);
  });
  return (name, run) => {
    const reason = deviations[name];
    unused.delete(name);
    if (reason === undefined) test(name, run);
    else test.fails(`${name}${DEVIATES}${reason}]`, run);
  };
}
