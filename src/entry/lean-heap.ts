import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Bytes of both halves of the young generation. */
const YOUNG = 16 * 1024 * 1024;
/** How far the old generation may grow over what lived at its last collection, in percent. */
const SLACK = 25;

/**
 * Keeps V8 from taking memory because it is there: on a large machine it lets the young generation grow to 128 MiB, and
 * the old one to four times of what lives. Both settings only say how far to grow at the next collection, so that they
 * may be set while it runs, unlike the sizes themselves.
 */
export function keepHeapLean(): void {
  setFlagsFromString(`--heap-growing-percent=${SLACK}`);
  const observer = new PerformanceObserver(() => {
    if (youngSize() < YOUNG) return;
    setFlagsFromString('--semi-space-growth-factor=1');
    observer.disconnect();
  });
  observer.observe({ entryTypes: ['gc'] });
}

const youngSize = (): number =>
  getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? 0;
