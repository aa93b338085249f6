import { BUCKET, keyInBucket } from '../builders/remote-world.ts';
import { S3Remote } from '../builders/s3-remote.ts';
import {
  budget,
  type CountedWorld,
  DRY_RUN,
  indexOnly,
  keepsBudgets,
  smallBudget,
} from './request-budgets.ts';

async function counted(versioned: boolean): Promise<CountedWorld> {
  const world = await S3Remote.start({ versioned });
  const bucket = () => world.server.bucket(BUCKET);
  return {
    world,
    requests: () => world.server.log.entries.map(({ operation, changes }) => ({ what: operation, changes })),
    write: (key, body) => {
      bucket().put(keyInBucket(key), body);
    },
    text: (key) => bucket().text(keyInBucket(key)) ?? '',
  };
}

keepsBudgets('S3, copies', () => counted(false), [
  budget('full: at most N + 4·⌈N/1000⌉ + 20', 'full', 1, 4),
  smallBudget('full: at most N + 4·⌈N/1000⌉ + 20', 'full', 1, 4),
  budget('artifacts_only: the same', 'artifacts_only', 1, 4),
  smallBudget('artifacts_only: the same', 'artifacts_only', 1, 4),
  indexOnly(16),
  DRY_RUN,
]);
keepsBudgets('S3, versions', () => counted(true), [
  budget('full: at most 4·⌈N/1000⌉ + 20', 'full', 0, 4),
  smallBudget('full: at most 4·⌈N/1000⌉ + 20', 'full', 0, 4),
  budget('artifacts_only: the same', 'artifacts_only', 0, 4),
  smallBudget('artifacts_only: the same', 'artifacts_only', 0, 4),
  indexOnly(16),
  DRY_RUN,
]);
