import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sizeOfParts } from '../../../src/adapters/store/s3/copy-parts.ts';
import type { S3Store } from '../../../src/adapters/store/s3/s3-store.ts';
import type { OperationManifest } from '../../../src/domain/manifest.ts';
import { Requests } from '../../../src/engine/transaction/requests.ts';
import { CopiesShelf } from '../../../src/engine/transaction/shelves/copies.ts';
import { ConflictError, type CopySource } from '../../../src/ports/object-store.ts';
import { UNGUARDED } from '../../../src/ports/workspace.ts';
import { S3World } from '../../builders/s3-world.ts';
import { VirtualClock } from '../../doubles/virtual-clock.ts';
import { digest } from '../../servers/s3/checksums.ts';
import type { NewVersion } from '../../servers/s3/version.ts';

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;
const TO = '.rollback-backups/b/v1/a';
const RICH = {
  headers: {
    'content-type': 'application/gzip',
    'cache-control': 'max-age=60',
    'content-disposition': 'attachment',
    'content-encoding': 'gzip',
    'content-language': 'de',
    expires: 'Thu, 01 Dec 2033 16:00:00 GMT',
  },
  metadata: { commit: 'abc', 'built-by': 'ci' },
  tags: [
    { key: 'team', value: 'a b+c' },
    { key: 'größe', value: '&=%' },
  ],
} as const;
const KMS = {
  'x-amz-server-side-encryption': 'aws:kms',
  'x-amz-server-side-encryption-aws-kms-key-id': 'arn:aws:kms:eu-central-1:1:key/k',
};

let world: S3World;
let store: S3Store;
beforeEach(async () => {
  world = await S3World.start({ limits: { copy: 100, smallestPart: 1 } });
  store = world.store({ multipartCopyThreshold: 50, partSize: 20 });
});
afterEach(() => world.close());

/** Puts an object beside the store, and tells it as a listing does. */
function given(key: string, text: string, more: Partial<NewVersion> = {}): CopySource {
  const made = world.bucket.put(`repository/${key}`, { content: world.content(text), ...more });
  const storage = made.storageClass === 'STANDARD' ? undefined : made.storageClass;
  return { key, revision: made.etag.slice(1, -1), size: text.length, storage_class: storage };
}
const at = (key: string) => {
  const found = world.bucket.current(`repository/${key}`);
  if (found === undefined) throw new Error(`nothing at ${key}`);
  return found;
};
const carriedOf = ({ headers, metadata, tags, storageClass, encryption }: NewVersion) => ({
  headers,
  metadata,
  tags,
  storageClass,
  encryption,
});

describe.each([
  ['whole', 'short'],
  ['in parts', 'long '.repeat(15)],
])('a copy %s', (_, text) => {
  test('carries over content type, metadata, tags, storage class and encryption', async () => {
    const source = given('v1/a', text, { ...RICH, storageClass: 'STANDARD_IA', encryption: KMS });
    const info = await store.copy(source, TO);
    expect(info).toMatchObject({ key: TO, size: text.length, storage_class: 'STANDARD_IA' });
    expect(carriedOf(at(TO))).toEqual(carriedOf(at('v1/a')));
    expect(at(TO).content.text()).toBe(text);
    expect((await store.head(TO))?.revision).toBe(info.revision);
    expect(world.bucket.uploads.size).toBe(0);
  });

  test('of a source that changed, or to a key that is there, is a conflict that leaves nothing', async () => {
    const source = given('v1/a', text);
    given('v1/a', text.toUpperCase());
    await expect(store.copy(source, TO)).rejects.toMatchObject({ name: 'ConflictError', key: 'v1/a' });
    const changed = given('v1/a', text);
    given(TO, 'another');
    await expect(store.copy(changed, TO)).rejects.toMatchObject({ name: 'ConflictError', key: TO });
    expect(at(TO).content.text()).toBe('another');
    expect(world.bucket.uploads.size).toBe(0);
  });

  test('sees an error inside an answer of 200', async () => {
    const source = given('v1/a', text);
    store = world.store({ multipartCopyThreshold: 50, partSize: 20, retries: 0 });
    for (const operation of ['CopyObject', 'UploadPartCopy', 'CompleteMultipartUpload'] as const) {
      world.server.faults.clear();
      const fault = world.server.faults.errorInside('InternalError', { operation });
      const copied = store.copy(source, `${TO}-${operation}`);
      if (fault.hits === 0) await copied.catch(() => {});
      if (fault.hits === 0) continue;
      await expect(copied).rejects.toMatchObject({ code: 'UNREACHABLE', landed: 'unknown' });
      expect(world.bucket.current(`repository/${TO}-${operation}`)).toBeUndefined();
    }
    expect(world.bucket.uploads.size).toBe(0);
  });

  test('that is not the same is no backup', async () => {
    const source = { ...given('v1/a', text, { encryption: KMS }), size: text.length };
    world.server.faults.on(
      { operation: 'HeadObject', key: `repository/${TO}`, times: 9 },
      async (_r, proceed) => {
        const answer = await proceed();
        if (answer === 'reset' || answer.status !== 200) return answer;
        return {
          ...answer,
          body: world.content('cut'),
          headers: { ...answer.headers, 'content-length': '3' },
        };
      },
    );
    await expect(store.copy(source, TO)).rejects.toMatchObject({ code: 'BACKUP' });
  });
});

test.each([
  ['FULL_OBJECT', false],
  // Of parts it depends on where they were cut.
  ['COMPOSITE', true],
] as const)('a copy of another checksum, %s: it is a backup: %s', async (type, isBackup) => {
  const sum = (value: string) => ({ algorithm: 'CRC32', type, value }) as const;
  const source = given('v1/a', 'short', { encryption: KMS, checksum: sum('AAAAAA==') });
  world.server.faults.on({ operation: 'HeadObject', key: `repository/${TO}` }, async (_, proceed) => {
    world.bucket.amend(at(TO), { checksum: sum('AAAAAQ==') });
    return proceed();
  });
  const copied = store.copy(source, TO);
  if (isBackup) expect(await copied).toMatchObject({ key: TO });
  else
    await expect(copied).rejects.toMatchObject({
      code: 'BACKUP',
      message: expect.stringContaining('ChecksumCRC32 differs'),
    });
});

test('a copy that somebody wrote over at once is no backup, whatever its size', async () => {
  const source = given('v1/a', 'short', { encryption: KMS });
  world.server.faults.on({ operation: 'HeadObject', key: `repository/${TO}` }, async (_, proceed) => {
    given(TO, 'other');
    return proceed();
  });
  await expect(store.copy(source, TO)).rejects.toMatchObject({
    code: 'BACKUP',
    message: expect.stringContaining('somebody wrote over it'),
  });
});

describe('encryption', () => {
  test('that is the default costs one look for all', async () => {
    const sources = Array.from({ length: 20 }, (_, i) => given(`v1/${i}`, `text ${i}`));
    await Promise.all(sources.map((source) => store.copy(source, `.rollback-backups/b/${source.key}`)));
    expect(world.server.log.counts()).toEqual({ CopyObject: 20, HeadObject: 1 });
  });

  test('that is not is looked at for each, and put back likewise', async () => {
    const sources = Array.from({ length: 5 }, (_, i) => given(`v1/${i}`, `text ${i}`, { encryption: KMS }));
    sources.push(given('v1/plain', 'plain'));
    await Promise.all(sources.map((source) => store.copy(source, `.rollback-backups/b/${source.key}`)));
    for (const { key } of sources)
      expect(at(`.rollback-backups/b/${key}`).encryption).toEqual(at(key).encryption);
  });

  test('of a single one that is not like the sample is carried over all the same', async () => {
    await store.copy(given('v1/plain', 'plain'), '.rollback-backups/b/v1/plain');
    const source = given('v1/a', 'text', { encryption: KMS });
    const info = await store.copy(source, TO);
    expect(at(TO).encryption).toEqual(KMS);
    expect(at(TO).etag).toBe(`"${info.revision}"`);
  });

  test('a sample that failed is no verdict', async () => {
    const source = given('v1/a', 'text', { encryption: KMS });
    world.server.faults.refuse('SlowDown', { operation: 'CopyObject' });
    const [first, second] = await Promise.allSettled([store.copy(source, TO), store.copy(source, `${TO}2`)]);
    expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
    expect(at(`${TO}2`).encryption).toEqual(KMS);
  });
});

describe('a copy in parts', () => {
  const text = 'long '.repeat(15);

  test('asks whether the operation is still ours before each change, and takes the upload back if not', async () => {
    const source = given('v1/a', text);
    let asked = 0;
    await store.copy(source, TO, async () => {
      asked += 1;
    });
    // To begin, four parts, and the end.
    expect(asked).toBe(6);
    const superseded = new Error('superseded');
    const copying = store.copy(source, `${TO}2`, async () => {
      asked += 1;
      if (asked > 8) throw superseded;
    });
    await expect(copying).rejects.toBe(superseded);
    expect(world.bucket.uploads.size).toBe(0);
    expect(world.bucket.current(`repository/${TO}2`)).toBeUndefined();
  });

  test('whose source changes meanwhile is a conflict', async () => {
    const source = given('v1/a', text);
    world.server.faults.on({ operation: 'UploadPartCopy', nth: 3 }, async (_, proceed) => {
      given('v1/a', 'changed');
      return proceed();
    });
    await expect(store.copy(source, TO)).rejects.toMatchObject({ name: 'ConflictError', key: 'v1/a' });
    expect(world.bucket.uploads.size).toBe(0);
  });

  test('whose end does not tell the ETag, is asked for it', async () => {
    const source = given('v1/a', text);
    world.server.faults.on({ operation: 'CompleteMultipartUpload' }, async (_, proceed) => {
      const answer = await proceed();
      if (answer === 'reset') return answer;
      const body = answer.body.text().replace(/<ETag>.*<\/ETag>/s, '<ETag></ETag>');
      return { ...answer, body: world.content(body) };
    });
    const { revision } = await store.copy(source, TO);
    expect(`"${revision}"`).toBe(at(TO).etag);
  });

  test('sends one part again that got no answer, and only that', async () => {
    const source = given('v1/a', text);
    world.server.faults.refuse('SlowDown', { operation: 'UploadPartCopy', nth: 2 });
    world.server.faults.reset('after', { operation: 'UploadPartCopy', nth: 4 });
    await store.copy(source, TO);
    expect(at(TO).content.text()).toBe(text);
    expect(world.server.log.counts()).toMatchObject({ CreateMultipartUpload: 1, UploadPartCopy: 6 });
  });

  test('whose part was made once more by a late request is begun anew', async () => {
    const source = given('v1/a', text, { encryption: KMS });
    const twin = world.server.faults.on({ operation: 'UploadPartCopy', nth: 2 }, async (_, late) => {
      world.server.faults.on({ operation: 'CompleteMultipartUpload' }, async (_again, proceed) => {
        await late();
        return proceed();
      });
      return 'reset';
    });
    await expect(store.copy(source, TO)).rejects.toMatchObject({ code: 'UNREACHABLE', landed: 'no' });
    expect(twin.hits).toBe(1);
    expect(world.bucket.uploads.size).toBe(0);
    await store.copy(source, TO);
    expect(at(TO).content.text()).toBe(text);
  });

  test('to a key that is there already does not begin', async () => {
    const source = given('v1/a', text);
    given(TO, text);
    await expect(store.copy(source, TO)).rejects.toMatchObject({ name: 'ConflictError', key: TO });
    expect(world.server.log.count('CreateMultipartUpload')).toBe(0);
  });

  test('to a key that comes to be there before its end is a conflict, and takes nothing away', async () => {
    const source = given('v1/a', 'long '.repeat(15));
    world.server.faults.on({ operation: 'CompleteMultipartUpload' }, async (_, proceed) => {
      given(TO, 'of somebody else');
      return proceed();
    });
    await expect(store.copy(source, TO)).rejects.toMatchObject({ name: 'ConflictError', key: TO });
    expect(at(TO).content.text()).toBe('of somebody else');
    expect(world.bucket.uploads.size).toBe(0);
  });

  test('to a store that completes uploads whatever stands there: a look directly before tells', async () => {
    const source = given('v1/a', 'long '.repeat(15));
    world.server.weaknesses.ignoresConditionalPuts = true;
    world.server.faults.on({ operation: 'UploadPartCopy' }, async (_, proceed) => {
      given(TO, 'of somebody else');
      return proceed();
    });
    await expect(store.copy(source, TO)).rejects.toMatchObject({ name: 'ConflictError', key: TO });
    expect(at(TO).content.text()).toBe('of somebody else');
  });

  test.each([
    [5 * GIB, 128 * MIB],
    [5 * 1024 * GIB, 64 * MIB],
    [10_000 * MIB + 1, MIB],
  ])('of %i bytes has no more parts than S3 takes, none too large', (whole, wanted) => {
    const size = sizeOfParts(wanted, whole);
    expect(Math.ceil(whole / size)).toBeLessThanOrEqual(10_000);
    expect(size).toBeGreaterThanOrEqual(wanted);
    expect(size).toBeLessThanOrEqual(5 * GIB);
  });

  test('has its parts under way at once', async () => {
    const source = given('v1/a', 'long '.repeat(15));
    const held = world.server.faults.hold('before', { operation: 'UploadPartCopy' });
    const copied = store.copy(source, TO);
    await expect.poll(() => world.server.log.count('UploadPartCopy')).toBe(4);
    held.release();
    await copied;
    expect(at(TO).content.text()).toBe('long '.repeat(15));
  });

  test('that lost the tags is no backup', async () => {
    const source = given('v1/a', text, { tags: RICH.tags });
    world.server.faults.on({ operation: 'CompleteMultipartUpload' }, async (_, proceed) => {
      const answer = await proceed();
      world.bucket.put(`repository/${TO}`, { ...at(TO), tags: [] });
      return answer;
    });
    await expect(store.copy(source, TO)).rejects.toMatchObject({
      code: 'BACKUP',
      message: expect.stringContaining('its tags did not come along'),
    });
  });

  test('that a dead run left is taken back, and only below the folder', async () => {
    const source = given('v1/a', text);
    world.server.faults.die('before', { operation: 'CompleteMultipartUpload' });
    await expect(store.copy(source, TO)).rejects.toMatchObject({ code: 'UNREACHABLE' });
    world.server.faults.clear();
    expect(world.bucket.uploads.size).toBe(1);
    const abort = (folder: string, isOurs = true) =>
      store.abortUploads(
        folder,
        () => isOurs,
        async () => {},
      );
    expect(await abort('.rollback-backups/another/')).toBe(0);
    expect(await abort('.rollback-backups/b/', false)).toBe(0);
    expect(world.bucket.uploads.size).toBe(1);
    expect(await abort('.rollback-backups/b/')).toBe(1);
    expect(world.bucket.uploads.size).toBe(0);
  });

  test('of which is not told when it began is nobody’s who goes by that', async () => {
    const source = given('v1/a', text);
    world.server.faults.die('before', { operation: 'CompleteMultipartUpload' });
    await expect(store.copy(source, TO)).rejects.toMatchObject({ code: 'UNREACHABLE' });
    world.server.faults.clear();
    world.server.faults.on({ operation: 'ListMultipartUploads' }, async (_, proceed) => {
      const answer = await proceed();
      if (answer === 'reset') return answer;
      return {
        ...answer,
        body: world.content(answer.body.text().replace(/<Initiated>.*?<\/Initiated>/g, '')),
      };
    });
    const begunSince = (since: number) => (_: string, initiated: number) => initiated >= since;
    expect(await store.abortUploads('.rollback-backups/b/', begunSince(0), async () => {})).toBe(0);
    expect(world.bucket.uploads.size).toBe(1);
  });
});

describe('a copy of ours whose reply was lost', () => {
  const manifestOf = (source: CopySource) => {
    const artifact = { path: source.key, type: 'file', listed: true, ...source } as const;
    const manifest = { backup_path: '.rollback-backups/b/', version: 'v1', artifacts: [artifact] };
    return manifest as unknown as OperationManifest;
  };
  const backUp = (source: CopySource) =>
    new CopiesShelf(
      store,
      new Requests({
        clock: new VirtualClock(),
        policy: store.requests,
        guard: UNGUARDED,
        unresolved: () => {},
        cancelled: new AbortController().signal,
      }),
    ).prepare(manifestOf(source), () => {});

  const checksum = {
    algorithm: 'CRC64NVME',
    type: 'FULL_OBJECT',
    value: digest('CRC64NVME', Buffer.from('short')),
  } as const;

  test('is known by its checksum, where ETags differ: nothing is read', async () => {
    const source = given('v1/a', 'short', { encryption: KMS, checksum });
    world.server.faults.reset('after', { operation: 'CopyObject', nth: 2 });
    await backUp(source);
    expect(at(TO).etag).not.toBe(at('v1/a').etag);
    expect(world.server.log.count('CopyObject')).toBeGreaterThan(2);
    expect(world.server.log.count('GetObject')).toBe(0);
  });

  test.each([
    ['the copy', 1, 'after'],
    ['the copy over it, which is not made', 2, 'before'],
    ['the copy over it, which is made', 2, 'after'],
  ] as const)('is encrypted like its source in the end (%s)', async (_, nth, moment) => {
    for (const more of [{ checksum }, {}]) {
      world.server.faults.clear();
      world.bucket.delete(`repository/${TO}`);
      store = world.store();
      const source = given('v1/a', 'short', { encryption: KMS, ...more });
      const fault = world.server.faults.reset(moment, { operation: 'CopyObject', nth });
      await backUp(source);
      expect(fault.hits).toBe(1);
      expect(at(TO).encryption).toEqual(KMS);
      expect(at(TO).content.text()).toBe('short');
    }
  });

  test('and whose source was published again since: superseded, not a bad backup', async () => {
    const source = given('v1/a', 'short');
    world.server.faults.on({ operation: 'CopyObject' }, async (_, proceed) => {
      await proceed();
      given('v1/a', 'published again');
      return 'reset';
    });
    await expect(backUp(source)).rejects.toMatchObject({ code: 'SUPERSEDED' });
  });
});

test('a backup whose key would be too long is told before anything is sent', async () => {
  const source = given(`v1/${'x'.repeat(1000)}`, 'text');
  world.server.log.reset();
  const copying = store.copy(source, `.rollback-backups/v1-20261124_000000-12345678/${source.key}`);
  await expect(copying).rejects.toMatchObject({
    code: 'BACKUP',
    advice: expect.stringContaining('versioning'),
  });
  expect(world.server.log.count()).toBe(0);
});

test('a source that goes away before its tags are read is a conflict, as it is at any other time', async () => {
  const source = given('v1/a', 'x'.repeat(60), RICH);
  world.server.faults.on({ operation: 'GetObjectTagging' }, (_, proceed) => {
    world.bucket.delete('repository/v1/a');
    return proceed();
  });
  await expect(store.copy(source, TO)).rejects.toBeInstanceOf(ConflictError);
});
