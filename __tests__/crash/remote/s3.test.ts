import { S3Remote } from '../../builders/s3-remote.ts';
import { printsTotals } from '../totals.ts';
import { crashMatrix, killTotals } from './matrix.ts';

printsTotals('S3 matrix', killTotals);
crashMatrix('S3, copies', () => S3Remote.start({ versioned: false }));
crashMatrix('S3, versions', () => S3Remote.start({ versioned: true }));
