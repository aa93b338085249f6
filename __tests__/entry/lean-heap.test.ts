import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

const module = new URL('../../src/entry/lean-heap.ts', import.meta.url).href;

/** Bytes of the young generation of a process that always keeps some of the much that it makes. */
function youngAfterMuch(prepare: string): number {
  const script = `
    import { getHeapSpaceStatistics } from 'node:v8';
    import { keepHeapLean } from ${JSON.stringify(module)};
    ${prepare}
    const kept = [];
    for (let turn = 0; turn < 400; turn += 1) {
      for (let i = 0; i < 10_000; i += 1) kept[(turn * 10_000 + i) % 50_000] = { turn, i, text: 'x' + i };
      await new Promise((resolve) => setImmediate(resolve));
    }
    const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
    process.stdout.write(String(young.space_size));`;
  return Number(
    execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', script], {
      encoding: 'utf8',
    }),
  );
}

const MIB = 1024 * 1024;

test('the young generation grows to 16 MiB and no further, where V8 would let it', () => {
  expect(youngAfterMuch('keepHeapLean();')).toBeLessThanOrEqual(16 * MIB);
  expect(youngAfterMuch('')).toBeGreaterThan(16 * MIB);
});
