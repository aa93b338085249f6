import { afterEach, describe, expect, test } from 'vitest';
import { doctor, type EngineContext, list, recover, restore, rollback } from '../../src/engine/mod.ts';
import { recoverRequest, restoreRequest, rollbackRequest, silent } from '../builders/memory-world.ts';
import { BUCKET, fixtureFiles, keyInBucket, PREFIX } from '../builders/remote-world.ts';
import { type BucketKind, S3World } from '../builders/s3-world.ts';
import { EvidenceDouble } from '../doubles/evidence-double.ts';
import { HostDouble, Machine } from '../doubles/host-double.ts';
import { VirtualClock } from '../doubles/virtual-clock.ts';
import { Content } from '../servers/s3/content.ts';
import { KMS_KEY, namesCheck, policyBelow, rowsBelow } from './permissions-page.ts';
import { type Asked, actionsOf, decides, type Policy } from './policies.ts';

const READS = await policyBelow('S3: the role that reads');
const WRITES = await policyBelow('S3: the role that writes');

const KMS = `<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>${KMS_KEY}</KMSMasterKeyID></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>`;

interface Given {
  readonly kind?: BucketKind;
  readonly kms?: boolean;
  /** Objects can have access lists, and the index has one. */
  readonly acls?: boolean;
}

/** The fixture repository in a bucket whose server permits what a policy says, and nothing else. */
class Guarded {
  /** Actions that were asked for, whoever asked. */
  readonly used = new Set<string>();
  readonly world: S3World;
  readonly #clock: VirtualClock;
  readonly #machine = new Machine();

  constructor(world: S3World, clock: VirtualClock) {
    this.world = world;
    this.#clock = clock;
  }

  static async start({ kind = 'unversioned', kms = false, acls = false }: Given = {}): Promise<Guarded> {
    const clock = new VirtualClock();
    const world = await S3World.start({ kind, now: () => clock.now(), limits: { smallestPart: 10 } });
    if (acls) world.bucket.documents.delete('ownershipControls');
    if (kms) world.bucket.documents.set('encryption', KMS);
    for (const [key, body] of fixtureFiles()) {
      const tags = key.startsWith('v') ? [{ key: 'team', value: 'tars' }] : [];
      const acl = acls && key.startsWith('index') ? 'public-read' : 'private';
      world.bucket.put(keyInBucket(key), { content: Content.of(body), tags, acl });
    }
    worlds.push(world);
    return new Guarded(world, clock);
  }

  /** What this policy permits, less what is left out. */
  permit(policy: Policy, without: readonly string[] = []): void {
    this.world.server.denials.allowOnly((action, bucket, key) => {
      this.used.add(action);
      return !without.includes(action) && decides(policy, asked(action, bucket, key)) === 'allowed';
    });
  }

  actor(): { readonly context: EngineContext; readonly host: HostDouble } {
    const host = new HostDouble(this.#machine);
    const store = this.world.store({
      prefix: PREFIX,
      clock: this.#clock,
      // The bigger ones of the fixture's files are copied in parts.
      multipartCopyThreshold: 1000,
      partSize: 600,
    });
    const context = {
      store,
      evidence: new EvidenceDouble(),
      signer: undefined,
      clock: this.#clock,
      host,
      reporter: silent,
      cancelled: new AbortController().signal,
    };
    return { context, host };
  }

  get context(): EngineContext {
    return this.actor().context;
  }

  /** Prefixes that were listed. */
  get listings(): readonly Asked[] {
    const actions = { ListObjectsV2: 's3:ListBucket', ListObjectVersions: 's3:ListBucketVersions' } as const;
    return this.world.server.log.entries.flatMap(({ operation, url }) => {
      if (operation !== 'ListObjectsV2' && operation !== 'ListObjectVersions') return [];
      const prefix = new URL(url, 'http://localhost').searchParams.get('prefix') ?? '';
      return [{ action: actions[operation], resource: ARN, context: { 's3:prefix': prefix } }];
    });
  }
}

const ARN = `arn:aws:s3:::${BUCKET}`;
const OF_BUCKET = /^s3:(ListBucket|GetBucket|GetLifecycle|GetEncryption)/;

/** What a listing asks for is not told here; `listings` looks at it. Of an absent key S3 takes the key for the prefix. */
function asked(action: string, bucket: string, key: string): Asked {
  if (action.startsWith('kms:')) return { action, resource: KMS_KEY, context: {} };
  const prefix = key === '' ? `${PREFIX}/` : key;
  if (OF_BUCKET.test(action)) return { action, resource: ARN, context: { 's3:prefix': prefix } };
  return { action, resource: `arn:aws:s3:::${bucket}/${key}`, context: {} };
}

const worlds: S3World[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

const KINDS: readonly (readonly [string, Given])[] = [
  ['copies', {}],
  ['versions', { kind: 'versioned' }],
  ['copies, encrypted with KMS', { kms: true }],
  ['versioning suspended', { kind: 'suspended' }],
  ['versions, with access lists', { kind: 'versioned', acls: true }],
];

/** A rollback that dies after its commit, half-way through a copy in parts or not. */
async function dies(
  guarded: Guarded,
  operation: 'DeleteObjects' | 'CompleteMultipartUpload',
  nth = 1,
): Promise<void> {
  const { context, host } = guarded.actor();
  const fault = guarded.world.server.faults.die('before', { operation, nth });
  expect((await rollback(rollbackRequest('v1.0.1'), context)).exit_code).toBe(49);
  expect(fault.hits).toBe(1);
  fault.remove();
  host.die();
}

describe.each(KINDS)('S3, %s: the documented policies suffice', (kind, given) => {
  test('to read: dry runs and the list, without a write', async () => {
    const guarded = await Guarded.start(given);
    const { server } = guarded.world;
    guarded.permit(READS);
    const reads = async (version: string): Promise<void> => {
      server.log.reset();
      const report = await rollback(rollbackRequest(version, 'full', { dryRun: true }), guarded.context);
      expect(report.exit_code, report.errors.join('; ')).toBe(0);
      await list(guarded.context);
      expect(server.log.changes).toEqual([]);
      for (const listing of guarded.listings) expect(decides(READS, listing), listing.action).toBe('allowed');
    };
    await reads('v1.0.2');
    guarded.permit(WRITES);
    expect((await rollback(rollbackRequest('v1.0.2'), guarded.context)).exit_code).toBe(0);
    guarded.permit(READS);
    await reads('v1.0.1');
    const again = await restore(restoreRequest('v1.0.2', { dryRun: true }), guarded.context);
    expect(again.exit_code, again.errors.join('; ')).toBe(0);
    expect((await recover(recoverRequest({ dryRun: true }), guarded.context)).exit_code).toBe(0);
  });

  test('to write: doctor, each type, restore, recover, and putting back', async () => {
    const guarded = await Guarded.start(given);
    guarded.permit(WRITES);
    const examined = await doctor({ operation: 'doctor' }, guarded.context);
    expect(examined.checks.filter(({ result }) => result === 'failed')).toEqual([]);
    for (const { name } of examined.checks) expect(await namesCheck(name), name).toBe(true);
    for (const type of ['full', 'artifacts_only', 'index_only'] as const) {
      const out = await rollback(rollbackRequest('v1.0.2', type), guarded.context);
      expect(out.exit_code, out.errors.join('; ')).toBe(0);
      const back = await restore(restoreRequest('v1.0.2'), guarded.context);
      expect(back.exit_code, back.errors.join('; ')).toBe(0);
    }
    // Where copies are made, the first is what the preflight tries.
    await dies(guarded, 'DeleteObjects', kind.startsWith('copies') ? 2 : 1);
    const recovered = await recover(recoverRequest({ choice: 'revert' }), guarded.context);
    expect(recovered.exit_code, recovered.errors.join('; ')).toBe(0);
    expect(recovered.warnings.join()).not.toMatch(/denied|uploads/);
    if (kind.startsWith('copies')) {
      await dies(guarded, 'CompleteMultipartUpload');
      expect(await recover(recoverRequest(), guarded.context)).toMatchObject({ exit_code: 0, warnings: [] });
      expect(guarded.world.bucket.uploads.size).toBe(0);
    }
    for (const listing of guarded.listings) expect(decides(WRITES, listing)).toBe('allowed');
  });
});

describe('S3: what is documented and what is asked for are the same', () => {
  test('no action stands there in vain', async () => {
    const used = new Set<string>();
    for (const [, given] of KINDS) {
      const guarded = await Guarded.start(given);
      guarded.permit(WRITES);
      await doctor({ operation: 'doctor' }, guarded.context);
      await rollback(rollbackRequest('v1.0.2'), guarded.context);
      await restore(restoreRequest('v1.0.2'), guarded.context);
      if (given.kind !== undefined || given.kms) {
        for (const action of guarded.used) used.add(action);
        continue;
      }
      await dies(guarded, 'CompleteMultipartUpload');
      await recover(recoverRequest(), guarded.context);
      for (const action of guarded.used) used.add(action);
    }
    const documented = actionsOf(WRITES, 'Allow');
    expect([...used].sort()).toEqual([...documented].sort());
    expect(documented).toEqual(expect.arrayContaining(actionsOf(READS, 'Allow')));
  });

  test('each has its line in the table', async () => {
    const named = (await rowsBelow('S3: the role that writes')).flatMap(([names]) => names);
    expect(named.sort()).toEqual(actionsOf(WRITES, 'Allow').sort());
  });

  // The last column of the table: what it says of actions without which a rollback ends otherwise.
  const WITHOUT = [
    ['s3:ListBucket', {}, 49, /s3:GetObject is denied|s3:ListBucket is denied/],
    ['s3:ListBucketVersions', { kind: 'versioned' }, 49, /s3:ListBucketVersions is denied/],
    ['s3:GetObject', {}, 49, /s3:GetObject is denied/],
    ['s3:PutObject', {}, 49, /s3:PutObject is denied/],
    ['s3:DeleteObject', {}, 49, /s3:DeleteObject is denied/],
    ['s3:GetObjectTagging', {}, 45, /Tagging/],
    ['s3:PutObjectTagging', {}, 45, /denied/],
    ['kms:Decrypt', { kms: true }, 49, /KMS key|kms:Decrypt/],
    ['kms:GenerateDataKey', { kms: true }, 49, /KMS key|kms:GenerateDataKey/],
    ['s3:GetBucketVersioning', { kind: 'versioned' }, 0, /^$/],
    ['s3:GetLifecycleConfiguration', {}, 0, /^$/],
    ['s3:GetBucketOwnershipControls', {}, 0, /^$/],
    ['s3:GetObjectAcl', { acls: true }, 0, /^$/],
    ['s3:PutObjectAcl', { acls: true }, 0, /^$/],
    ['s3:DeleteObjectVersion', { kind: 'versioned' }, 0, /^$/],
  ] as const;
  const PROBED = ['in a store that was probed before', 'in a new store'] as const;
  test.each(WITHOUT.flatMap((row) => PROBED.map((when) => [...row, when] as const)))(
    'without %s (%j) a rollback ends with %i, in words %s, %s',
    async (...row) => {
      const [action, given, exitCode, words, when] = row;
      const guarded = await Guarded.start(given);
      if (when !== 'in a new store') {
        guarded.permit(WRITES);
        await doctor({ operation: 'doctor' }, guarded.context);
      }
      const before = guarded.world.bucket.text(keyInBucket('index.json'));
      guarded.permit(WRITES, [action]);
      const report = await rollback(rollbackRequest('v1.0.2'), guarded.context);
      expect(report.exit_code, report.errors.join('; ')).toBe(exitCode);
      expect(exitCode === 0 ? '' : report.errors.join('; ')).toMatch(words);
      if (exitCode === 0) return;
      expect(report.changed).toBe(false);
      expect(guarded.world.bucket.text(keyInBucket('index.json'))).toBe(before);
      const told = (await rowsBelow('S3: the role that writes')).find(([names]) => names.includes(action));
      expect(told?.[1]).toMatch(String(exitCode));
      // Granted, the same command works: nothing wrong was learnt from the refusal.
      guarded.permit(WRITES);
      const again = await rollback(rollbackRequest('v1.0.2'), guarded.context);
      expect(again.exit_code, again.errors.join('; ')).toBe(0);
    },
  );

  test('without s3:DeleteObjectVersion a restore ends with 49, and doctor fails', async () => {
    const guarded = await Guarded.start({ kind: 'versioned' });
    guarded.permit(WRITES, ['s3:DeleteObjectVersion']);
    const out = await rollback(rollbackRequest('v1.0.2'), guarded.context);
    expect(out.exit_code).toBe(0);
    guarded.world.server.log.reset();
    const refused = await restore(restoreRequest('v1.0.2'), guarded.context);
    expect(refused).toMatchObject({ exit_code: 49, changed: false });
    expect(refused.errors.join('; ')).toContain('s3:DeleteObjectVersion is denied');
    const kinds = guarded.world.server.log.changes.map(({ operation }) => operation);
    expect(kinds, 'found before the commit').not.toContain('DeleteObjects');
    const { checks } = await doctor({ operation: 'doctor' }, guarded.context);
    const versions = checks.find(({ name }) => name === 'versions');
    expect(versions).toMatchObject({ result: 'failed' });
    expect(versions?.detail).toContain('s3:DeleteObjectVersion is denied');
  });

  test('the trial of s3:DeleteObjectVersion changes nothing, and a dry run does not make it', async () => {
    const guarded = await Guarded.start({ kind: 'versioned' });
    guarded.permit(WRITES);
    const { context } = guarded;
    const history = () => [...guarded.world.bucket.index.entries()].map(([key, all]) => [key, all.length]);
    const before = history();
    await context.store.versions?.demandUnhide('v1.0.2/');
    expect(history()).toEqual(before);
    guarded.world.server.log.reset();
    await rollback(rollbackRequest('v1.0.2', 'full', { dryRun: true }), context);
    expect(guarded.world.server.log.changes).toEqual([]);
  });
});
