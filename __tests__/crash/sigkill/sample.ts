export const FULL = process.env.CRASH_FULL === '1';
export const SEED = Number(process.env.CRASH_SEED ?? 20261123);

/** Deterministic picks from 1 to `count`: a failure is told with its seed. */
export function sample(count: number, wanted: number, salt: number): readonly number[] {
  const picked = new Set<number>();
  let state = (SEED + salt * 7919) >>> 0;
  while (picked.size < Math.min(count, wanted)) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    picked.add(1 + (state % count));
  }
  return [...picked].sort((a, b) => a - b);
}
