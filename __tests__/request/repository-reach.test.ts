import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OptionName, RawOptions } from '../../src/request/options.ts';
import { locationOf, placeGiven, reachOf } from '../../src/request/repository-reach.ts';
import { repositoryOf } from './helpers.ts';

const name = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{1,10}[a-z0-9])$/);
const folder = fc.constantFrom('p', 'a b/c', 'ü%20?#', "it's/$(id)");
const flag = fc.constantFrom('true', 'false');
const common = {
  'repository-bucket': name,
  'repository-prefix': folder,
  'backup-prefix': fc.constantFrom('withdrawn', 'x/y'),
  concurrency: fc.constantFrom('1', '32'),
  'request-timeout': fc.constantFrom('1', '7.5'),
  retries: fc.constantFrom('0', '9'),
  'single-writer': flag,
};
const endpoint = fc.webUrl({ validSchemes: ['http', 'https'] });
const store = (
  type: 's3' | 'gcs',
  own: { readonly [option in OptionName]?: fc.Arbitrary<string> },
): fc.Arbitrary<RawOptions> =>
  fc
    .record({ ...common, ...own }, { requiredKeys: ['repository-bucket'] })
    .map((raw) => ({ 'repository-type': type, ...raw }));

const anyStore = fc.oneof(
  store('s3', {
    's3-endpoint': endpoint,
    's3-region': name,
    's3-force-path-style': flag,
  }),
  store('gcs', { 'gcs-endpoint': endpoint, 'gcs-project-id': name }),
);

test('the options that are kept lead to the same store again; only patience is not kept', () => {
  fc.assert(
    fc.property(anyStore, (raw) => {
      // Without a prefix the whole bucket is the repository, and no backup prefix is beside it.
      if (raw['repository-prefix'] === undefined) raw = { ...raw, 'backup-prefix': undefined };
      const asked = repositoryOf(raw);
      const again = repositoryOf({ 'repository-type': asked.type, ...reachOf(asked) });
      expect(again).toEqual({ ...asked, concurrency: 16, requestTimeoutMs: 20_000, retries: 5 });
    }),
  );
});

test('a folder is told by its location alone', () => {
  const local = repositoryOf({ 'repository-path': '/srv/a' });
  expect([locationOf(local), reachOf(local)]).toEqual(['/srv/a', undefined]);
});

test.each([
  ['s3://tars/', 's3://tars'],
  ['s3://tars/a%2Fb/', 's3://tars/a%2Fb'],
  ['gs://tars/p', 'gs://tars/p'],
])('the location of %s is %s', (repository, location) => {
  expect(locationOf(repositoryOf({ repository }))).toBe(location);
});

test.each<[RawOptions, string, string]>([
  [{}, 'local', ''],
  [{ 'repository-path': '/srv/a@b' }, 'local', '/srv/a@b'],
  [{ 'repository-bucket': 'tars' }, 'local', ''],
  [{ 'repository-type': 's3' }, 's3', ''],
  [{ 'repository-type': 's3', 'repository-bucket': 'tars', 'repository-prefix': 'p' }, 's3', 's3://tars/p'],
  [{ 'repository-type': 'gcs', 'repository-bucket': 'tars' }, 'gcs', 'gs://tars'],
  [{ 'repository-type': 'S4', 'repository-path': '/srv/tars' }, 'local', '/srv/tars'],
  [{ repository: 'gs://tars/p', 'repository-type': 's3' }, 'gcs', 'gs://tars/p'],
  [{ repository: 'gcs://user:SECRET@tars/p', 'repository-bucket': 'x' }, 'local', 'gcs://tars/p'],
  [{ repository: 's3://\u001b[2J' }, 's3', 's3://\\u{1b}[2J'],
])('of refused options %j the place is %s %j', (raw, type, location) => {
  expect(placeGiven(raw)).toEqual({ repository_type: type, repository_location: location });
});
