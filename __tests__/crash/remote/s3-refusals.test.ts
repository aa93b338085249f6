import { BUCKET, keyInBucket } from '../../builders/remote-world.ts';
import { S3Remote } from '../../builders/s3-remote.ts';
import type { ErrorCode } from '../../servers/s3/errors.ts';
import { type Refusal, refusalSuite } from './refusals.ts';
import { RESTORES, ROLLBACKS, type Scenario } from './scenarios.ts';

const [full, artifactsOnly] = ROLLBACKS as readonly [Scenario, Scenario];
const [back] = RESTORES as readonly [Scenario];
const GUIDE = keyInBucket('v1.0.2/docs/guide.md');
const INDEX = keyInBucket('index.json');

const denies =
  (action: string, key: string, code?: ErrorCode) =>
  ({ server }: S3Remote): (() => void) =>
    server.denials.deny(action, key, code);

const index: readonly Refusal<S3Remote>[] = [full, artifactsOnly, back].map((scenario) => ({
  name: 'index.json may not be written',
  scenario,
  exitCode: 44,
  refuse: denies('s3:PutObject', INDEX),
}));

const removal: readonly Refusal<S3Remote>[] = [full, artifactsOnly].map((scenario) => ({
  name: 'one object may not be deleted',
  scenario,
  refuse: denies('s3:DeleteObject', GUIDE),
}));

refusalSuite('S3, copies', () => S3Remote.start({ versioned: false }), [
  ...index,
  ...removal,
  { name: 'one object may not be written', scenario: back, refuse: denies('s3:PutObject', GUIDE) },
  {
    name: 'one object of the backup is archived',
    scenario: back,
    refuse: ({ server }) => {
      const bucket = server.bucket(BUCKET);
      const kept = bucket.keys().filter((key) => /rollback-backups.*guide\.md$/.test(key));
      const versions = kept.flatMap((key) => bucket.current(key) ?? []);
      const archived = versions.map((version) => bucket.amend(version, { storageClass: 'GLACIER' }));
      return () => {
        for (const version of archived) bucket.amend(version, { storageClass: 'STANDARD' });
      };
    },
  },
]);

refusalSuite('S3, versions', () => S3Remote.start({ versioned: true }), [
  ...index,
  ...removal,
  {
    name: 'one delete marker may not be taken away',
    scenario: back,
    refuse: denies('s3:DeleteObjectVersion', GUIDE),
  },
  {
    name: 'the bucket stops keeping versions',
    scenario: full,
    refuse: ({ server }) => suspend(server.bucket(BUCKET)),
  },
  {
    name: 'the bucket stops keeping versions while the batch is on its way',
    scenario: full,
    refuse: ({ server }) => {
      let lift = (): void => {};
      const fault = server.faults.on({ operation: 'DeleteObjects' }, async (_, proceed) => {
        lift = suspend(server.bucket(BUCKET));
        return proceed();
      });
      return () => {
        fault.remove();
        lift();
      };
    },
  },
]);

function suspend(bucket: { versioning: 'Enabled' | 'Suspended' | undefined }): () => void {
  bucket.versioning = 'Suspended';
  return () => {
    bucket.versioning = 'Enabled';
  };
}
