import { GcsRemote } from '../../builders/gcs-remote.ts';
import { BUCKET, keyInBucket } from '../../builders/remote-world.ts';
import type { StoredVersion } from '../../servers/gcs/types.ts';
import { type Refusal, refusalSuite } from './refusals.ts';
import { RESTORES, ROLLBACKS, type Scenario } from './scenarios.ts';

const [full, artifactsOnly] = ROLLBACKS as readonly [Scenario, Scenario];
const [back] = RESTORES as readonly [Scenario];
const GUIDE = 'v1.0.2/docs/guide.md';

/** Sets it on one artifact where it is now: in its place, or in the backup. */
const sets =
  (changes: Partial<StoredVersion>, lifted: Partial<StoredVersion>, where: RegExp) =>
  ({ server }: GcsRemote): (() => void) => {
    const bucket = server.bucket(BUCKET);
    const names = bucket.names().filter((name) => where.test(name) && name.endsWith(GUIDE));
    for (const name of names) bucket.patch(name, changes);
    return () => {
      for (const name of names) if (bucket.live(name) !== undefined) bucket.patch(name, lifted);
    };
  };

const HOLDS: readonly (readonly [string, Partial<StoredVersion>, Partial<StoredVersion>])[] = [
  ['a temporary hold on one object', { temporaryHold: true }, { temporaryHold: false }],
  ['an event-based hold on one object', { eventBasedHold: true }, { eventBasedHold: false }],
  [
    'one object is retained',
    { retention: { mode: 'Unlocked', retainUntilTime: '2030-01-01T00:00:00Z' } },
    { retention: undefined },
  ],
];

const inPlace = /^production\/v1/;
const inBackup = /\/\.rollback-backups\//;

const held = (scenario: Scenario, where: RegExp): readonly Refusal<GcsRemote>[] =>
  HOLDS.map(([name, changes, lifted]) => ({ name, scenario, refuse: sets(changes, lifted, where) }));

const denied = (
  scenario: Scenario,
  permission: 'storage.objects.create' | 'storage.objects.delete',
  key: string,
): Refusal<GcsRemote> => ({
  name: `${permission} is denied for ${key}`,
  scenario,
  ...(key === 'index.json' ? { exitCode: 44 } : {}),
  refuse: ({ server }) => {
    server.permissions.denyBelow(keyInBucket(key), permission);
    return () => server.permissions.grantAll();
  },
});

const index = [full, artifactsOnly, back].map((scenario) =>
  denied(scenario, 'storage.objects.delete', 'index.json'),
);

refusalSuite('Google Cloud Storage, moves', () => GcsRemote.start({ moves: true }), [
  ...index,
  ...held(full, inPlace),
  ...held(artifactsOnly, inPlace).slice(0, 1),
  ...held(back, inBackup),
  denied(back, 'storage.objects.create', GUIDE),
]);

refusalSuite('Google Cloud Storage, rewrites', () => GcsRemote.start({ moves: false }), [
  ...index,
  ...held(full, inPlace),
  denied(full, 'storage.objects.delete', GUIDE),
  denied(back, 'storage.objects.create', GUIDE),
]);
