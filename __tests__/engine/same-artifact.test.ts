import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ManifestArtifact, OperationManifest } from '../../src/domain/manifest.ts';
import { isSameArtifact } from '../../src/engine/transaction/same-artifact.ts';
import { S3World } from '../builders/s3-world.ts';
import { collect } from '../contracts/object-store.contract.ts';
import { digest } from '../servers/s3/checksums.ts';
import type { NewVersion } from '../servers/s3/version.ts';

const BACKUP = '.rollback-backups/b/';
/** Each such object has an ETag of its own, whatever its bytes. */
const KMS = {
  'x-amz-server-side-encryption': 'aws:kms',
  'x-amz-server-side-encryption-aws-kms-key-id': 'arn:aws:kms:eu-central-1:1:key/k',
};

let world: S3World;
beforeEach(async () => {
  world = await S3World.start();
});
afterEach(() => world.close());

function put(key: string, text: string, known: boolean): string {
  const value = digest('CRC64NVME', Buffer.from(text));
  const checksum = { algorithm: 'CRC64NVME', type: 'FULL_OBJECT', value } as const;
  const more: Partial<NewVersion> = { encryption: KMS, ...(known ? { checksum } : {}) };
  return world.bucket.put(`repository/${key}`, { content: world.content(text), ...more }).etag.slice(1, -1);
}

/** An artifact that was taken out with the text 'bytes'; now `text` stands in its place. */
async function isSame(text: string, { known = true, backup = BACKUP } = {}): Promise<boolean> {
  const revision = put('v1/a', 'bytes', known);
  if (backup !== '') put(`${backup}v1/a`, 'bytes', known);
  put('v1/a', text, known);
  const store = world.store();
  const [info] = await collect(store.list('v1/'));
  if (info === undefined) throw new Error('nothing is listed');
  const artifact = {
    path: 'v1/a',
    type: 'file',
    size: 5,
    revision,
    listed: true,
    checksum: `etag:${revision}`,
  };
  const manifest = { version: 'v1', backup_path: backup, artifacts: [artifact] };
  world.server.log.reset();
  return isSameArtifact(store, manifest as unknown as OperationManifest, artifact as ManifestArtifact, info);
}

test('where ETags tell nothing, a checksum that the store knows does: no byte is read', async () => {
  expect(await isSame('bytes')).toBe(true);
  expect(await isSame('other')).toBe(false);
  expect(world.server.log.count('GetObject')).toBe(0);
});

test('what no checksum is known of is read', async () => {
  expect(await isSame('bytes', { known: false })).toBe(true);
  expect(world.server.log.count('GetObject')).toBe(2);
  expect(await isSame('other', { known: false })).toBe(false);
});

test('without a backup there is nothing to compare with: it is not taken for the artifact', async () => {
  expect(await isSame('other', { known: false, backup: '' })).toBe(false);
});
