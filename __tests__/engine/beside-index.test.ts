import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RollbackTypeName } from '../../src/domain/types.ts';
import { restore, rollback } from '../../src/engine/mod.ts';
import { restoreRequest, rollbackRequest } from '../builders/memory-world.ts';
import { BUCKET, keyInBucket } from '../builders/remote-world.ts';
import { S3Remote } from '../builders/s3-remote.ts';

const EVERYBODY = 'http://acs.amazonaws.com/groups/global/AllUsers';
const TAGS = [{ key: 'audience', value: 'public' }];
const INDEXES = ['index.json', 'index.md'];
const TYPES = ['full', 'artifacts_only', 'index_only'] satisfies RollbackTypeName[];

describe.each([
  { name: 'copies', versioned: false },
  { name: 'versions', versioned: true },
])('S3, $name: a first run where objects can have access lists', ({ versioned }) => {
  let world: S3Remote;
  beforeEach(async () => {
    world = await S3Remote.start({ versioned });
    const bucket = world.server.bucket(BUCKET);
    bucket.documents.delete('ownershipControls');
    bucket.delete(keyInBucket('.rollback-log/capabilities.json'));
    for (const key of INDEXES) {
      const current = bucket.current(keyInBucket(key));
      if (current !== undefined) bucket.amend(current, { acl: 'public-read', tags: TAGS });
    }
  });
  afterEach(() => world.close());

  function expectKept(before: readonly (string | undefined)[]): readonly (string | undefined)[] {
    const now = INDEXES.map((key) => world.server.bucket(BUCKET).current(keyInBucket(key)));
    for (const [at, version] of now.entries()) {
      expect(version?.etag).not.toBe(before[at]);
      expect(version?.acl).toContain(`${EVERYBODY}</URI></Grantee><Permission>READ<`);
      expect(version?.tags).toEqual(TAGS);
    }
    return now.map((version) => version?.etag);
  }

  it.each(TYPES)('%s and its restore leave the access list and the tags of both indexes', async (type) => {
    const out = await rollback(rollbackRequest('v1.0.2', type), (await world.actor()).context);
    expect(out.exit_code, out.errors.join()).toBe(0);
    expect(out.warnings.join()).not.toContain('index.');
    const between = expectKept([]);
    const back = await restore(restoreRequest('v1.0.2'), (await world.actor()).context);
    expect(back.exit_code, back.errors.join()).toBe(0);
    expectKept(between);
  });
});
