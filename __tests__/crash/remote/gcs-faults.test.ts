import { GcsRemote } from '../../builders/gcs-remote.ts';
import { printsTotals } from '../totals.ts';
import { faultSuite, faultTotals } from './faults.ts';

printsTotals('Google Cloud Storage faults', faultTotals);
faultSuite('Google Cloud Storage, moves', () => GcsRemote.start({ moves: true }));
faultSuite('Google Cloud Storage, rewrites', () => GcsRemote.start({ moves: false }));
