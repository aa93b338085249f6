import { GcsRemote } from '../../builders/gcs-remote.ts';
import { printsTotals } from '../totals.ts';
import { crashMatrix, killTotals } from './matrix.ts';

printsTotals('Google Cloud Storage matrix', killTotals);
crashMatrix('Google Cloud Storage, moves', () => GcsRemote.start({ moves: true }));
crashMatrix('Google Cloud Storage, rewrites', () => GcsRemote.start({ moves: false }));
