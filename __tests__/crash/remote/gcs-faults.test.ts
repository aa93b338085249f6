import { GcsRemote } from '../../builders/gcs-remote.ts';
import { printsTotals } from '../totals.ts';
import { faultSuite, faultTotals } from './faults.ts';

printsTotals('Google Cloud Storage faults', faultTotals);
const even = (at: number): boolean => at % 2 === 0;
const odd = (at: number): boolean => at % 2 === 1;
faultSuite('Google Cloud Storage, moves', () => GcsRemote.start({ moves: true }), odd);
faultSuite('Google Cloud Storage, rewrites', () => GcsRemote.start({ moves: false }), even);
