import { printsTotals } from '../totals.ts';
import { crashMatrix, killTotals } from './matrix.ts';
import { S3World } from './s3-world.ts';

printsTotals('S3 matrix', killTotals);
crashMatrix('S3, copies', () => S3World.start({ versioned: false }));
crashMatrix('S3, versions', () => S3World.start({ versioned: true }));
