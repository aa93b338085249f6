import { GcsRemote } from '../builders/gcs-remote.ts';
import { BUCKET, keyInBucket } from '../builders/remote-world.ts';
import { isWrite } from '../servers/gcs/call.ts';
import {
  budget,
  type CountedWorld,
  DRY_RUN,
  indexOnly,
  keepsBudgets,
  smallBudget,
} from './request-budgets.ts';

async function counted(moves: boolean): Promise<CountedWorld> {
  const world = await GcsRemote.start({ moves });
  const bucket = () => world.server.bucket(BUCKET);
  return {
    world,
    requests: () =>
      world.server.log.entries
        .filter(({ batch }) => batch === undefined)
        .map(({ operation }) => ({ what: operation, changes: isWrite(operation) })),
    write: (key, body) => {
      bucket().put(keyInBucket(key), body, { contentType: 'text/plain' });
    },
    text: (key) => bucket().text(keyInBucket(key)) ?? '',
  };
}

keepsBudgets('Google Cloud Storage, moves', () => counted(true), [
  budget('full: at most N + 3·⌈N/1000⌉ + 20', 'full', 1, 3),
  smallBudget('full: at most N + 3·⌈N/1000⌉ + 20', 'full', 1, 3),
  budget('artifacts_only: the same', 'artifacts_only', 1, 3),
  smallBudget('artifacts_only: the same', 'artifacts_only', 1, 3),
  indexOnly(16),
  DRY_RUN,
]);
keepsBudgets('Google Cloud Storage, rewrites', () => counted(false), [
  budget('full: at most 2N + 3·⌈N/1000⌉ + 20', 'full', 2, 3),
  smallBudget('full: at most 2N + 3·⌈N/1000⌉ + 20', 'full', 2, 3),
  budget('artifacts_only: the same', 'artifacts_only', 2, 3),
  smallBudget('artifacts_only: the same', 'artifacts_only', 2, 3),
  indexOnly(16),
  DRY_RUN,
]);
