import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const MIB = 1024 * 1024;
/** Bytes of both halves of the young generation. */
const YOUNG = 8 * MIB;
/** How far the old generation may grow over what lived at its last collection, in percent. */
const SLACK = 25;
/** Milliseconds: what ends before that is not worth any of it. */
const LONG = 2000;
/** Milliseconds between two looks at what is in use. */
const LOOK = 50;
/** Bytes in use, outside of the heap and in its old generation, that are left alone, and by which they may grow. */
const ENOUGH = 30 * MIB;
/** The same growth as a share of what lived, so that no heap is collected at every look. */
const SHARE = 0.1;
const GROWTH = 4 * MIB;

/**
 * Keeps V8 from taking memory because it is there: on a large machine it lets the young generation grow to 128 MiB, and
 * the old one to four times of what lives. Both settings only say how far to grow at the next collection, so that they
 * may be set while it runs, unlike the sizes themselves.
 */
export function keepHeapLean(): void {
  setFlagsFromString(`--heap-growing-percent=${SLACK}`);
  const observer = new PerformanceObserver(() => {
    if (bytesOf('new_space', 'space_size') < YOUNG) return;
    setFlagsFromString('--semi-space-growth-factor=1');
    observer.disconnect();
  });
  observer.observe({ entryTypes: ['gc'] });
  setTimeout(collectEarly, LONG).unref();
}

/**
 * V8 marks beside the program, and while that allocates 100 MB a second the heap doubles before the marking ends; what it
 * sheds then stays with the process for another 8 s. Collected at once, while little is there, that takes 20 ms each.
 */
function collectEarly(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let lived = 0;
  setInterval(() => {
    if (inUse() < Math.max(ENOUGH, lived + Math.max(GROWTH, lived * SHARE))) return;
    collect();
    lived = inUse();
  }, LOOK).unref();
}

/** Bodies of requests and answers lie outside: of an index of 4 MB a restore has six. */
const inUse = (): number =>
  bytesOf('old_space', 'space_used_size') +
  bytesOf('large_object_space', 'space_used_size') +
  getHeapStatistics().external_memory;

const bytesOf = (space: string, size: 'space_size' | 'space_used_size'): number =>
  getHeapSpaceStatistics().find(({ space_name: name }) => name === space)?.[size] ?? 0;
