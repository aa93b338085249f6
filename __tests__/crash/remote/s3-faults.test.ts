import { S3Remote } from '../../builders/s3-remote.ts';
import { printsTotals } from '../totals.ts';
import { faultSuite, faultTotals } from './faults.ts';
import { RESTORES, ROLLBACKS } from './scenarios.ts';

printsTotals('S3 faults', faultTotals);
const even = (at: number): boolean => at % 2 === 0;
const odd = (at: number): boolean => at % 2 === 1;
faultSuite('S3, copies', () => S3Remote.start({ versioned: false }), even);
faultSuite('S3, versions', () => S3Remote.start({ versioned: true }), odd);
faultSuite('S3, copies in parts', () => S3Remote.start({ versioned: false, parts: true }), even, [
  ...ROLLBACKS.slice(0, 1),
  ...RESTORES.slice(0, 1),
]);
