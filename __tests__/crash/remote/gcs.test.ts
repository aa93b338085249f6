import { printsTotals } from '../totals.ts';
import { GcsWorld } from './gcs-world.ts';
import { crashMatrix, killTotals } from './matrix.ts';

printsTotals('Google Cloud Storage matrix', killTotals);
crashMatrix('Google Cloud Storage, moves', () => GcsWorld.start({ moves: true }));
crashMatrix('Google Cloud Storage, rewrites', () => GcsWorld.start({ moves: false }));
