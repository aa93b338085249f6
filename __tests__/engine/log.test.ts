import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryBucket } from '../../src/adapters/store/memory/memory-bucket.ts';
import { type Intercept, MemoryStore } from '../../src/adapters/store/memory/memory-store.ts';
import { failure } from '../../src/domain/errors.ts';
import { recordKey } from '../../src/domain/keys.ts';
import type { LogRecord, VersionMarker } from '../../src/domain/log-record.ts';
import { readAllMarkers, writeMarker } from '../../src/engine/log/markers.ts';
import { type Draft, LostRace, OperationLog } from '../../src/engine/log/operation-log.ts';
import { recover, rollback } from '../../src/engine/mod.ts';
import { Requests } from '../../src/engine/transaction/requests.ts';
import { MemoryWorld, recoverRequest, rollbackRequest } from '../builders/memory-world.ts';
import { logFaults, snapshotOf } from '../crash/invariants.ts';
import { VirtualClock } from '../doubles/virtual-clock.ts';
import { failing, isChange, losingReplies, recording } from './intercepts.ts';
import { diesAfter, kinds, records, tamper } from './worlds.ts';

let nonces = 0;
const draft = (changes: Partial<Draft> = {}): Draft => {
  nonces += 1;
  return {
    operation_id: 'op',
    epoch: 1,
    nonce: `nonce-${nonces}`,
    kind: 'claim',
    operation: 'rollback',
    version: 'v1.0.2',
    actor: 'octocat',
    run: '',
    holder: { host: 'h', boot_id: 'b', pid_namespace: 'n', pid: 1, process_start: '1' },
    time: '',
    open: null,
    ...changes,
  };
};

let bucket: MemoryBucket;
beforeEach(() => {
  bucket = new MemoryBucket({ now: () => 1000 });
});
const logOf = (intercept?: Intercept) =>
  new OperationLog(new MemoryStore(bucket, intercept === undefined ? {} : { intercept }), sender());
const sender = () =>
  new Requests({
    clock: new VirtualClock(),
    policy: { concurrency: 1, retries: 5, jitter: () => 1 },
    guard: async () => {},
    unresolved: () => {},
    cancelled: new AbortController().signal,
  });
const link = (head: { record: LogRecord; hash: string }) => ({
  sequence: head.record.sequence,
  hash: head.hash,
});

async function filled(count: number): Promise<OperationLog> {
  const log = logOf();
  let head = await log.append(draft(), undefined);
  for (let i = 1; i < count; i += 1) head = await log.append(draft(), link(head));
  return log;
}

describe('append', () => {
  it('numbers from 1 and chains by the hash of the stored bytes', async () => {
    const log = await filled(3);
    expect((await log.head())?.record.sequence).toBe(3);
    expect(logFaults(snapshotOf(bucket))).toEqual([]);
    expect((await log.all()).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  });

  it('that stands is no failure because the store does not tell its time', async () => {
    class Timeless extends MemoryStore {
      override async now(): Promise<number> {
        throw failure('UNREACHABLE', 'no answer');
      }
    }
    const log = new OperationLog(new Timeless(bucket, {}), sender());
    const head = await log.append(draft({ time: '2026-11-24T12:00:00.000Z' }), undefined);
    expect(head).toMatchObject({ record: { sequence: 1 }, modified: Date.parse(head.record.time) });
    await log.append(draft(), link(head));
    expect(logFaults(snapshotOf(bucket))).toEqual([]);
  });

  it('of two at once, one wins, and the other is told by whom', async () => {
    const [first, second] = await Promise.allSettled([
      logOf().append(draft(), undefined),
      logOf().append(draft(), undefined),
    ]);
    expect(first.status).toBe('fulfilled');
    expect(second.status === 'rejected' && second.reason).toBeInstanceOf(LostRace);
  });

  it.each([1, 2, 3])('recognises its own record when %i replies were lost', async (times) => {
    const log = logOf(losingReplies(isChange, times));
    const head = await log.append(draft(), undefined);
    expect(head.record.sequence).toBe(1);
    expect(bucket.keys('.rollback-log/')).toHaveLength(1);
  });

  it('gives up after as many retries as it was given', async () => {
    await expect(
      logOf(failing(isChange, () => failure('UNREACHABLE', 'gone'), 5)).append(draft(), undefined),
    ).resolves.toBeDefined();
    bucket = new MemoryBucket({ now: () => 1000 });
    await expect(
      logOf(failing(isChange, () => failure('UNREACHABLE', 'gone'), 6)).append(
        draft({ nonce: 'another' }),
        undefined,
      ),
    ).rejects.toMatchObject({ code: 'UNREACHABLE' });
    const deaf = logOf(failing(isChange, () => Object.assign(new Error('x'))));
    await expect(deaf.append(draft(), undefined)).rejects.toThrow('x');
  });

  it('does not take a foreign object at its number for its own, whatever it is', async () => {
    bucket.write(recordKey(1), 'not a record');
    await expect(logOf().append(draft(), undefined)).rejects.toBeInstanceOf(LostRace);
  });
});

describe('head', () => {
  it('of no log is undefined', async () => {
    expect(await logOf().head()).toBeUndefined();
  });

  it('takes one listing and one read, however long the log', async () => {
    await filled(40);
    const { requests, intercept } = recording();
    expect((await logOf(intercept).head())?.record.sequence).toBe(40);
    expect(requests.map(({ method }) => method)).toEqual(['list', 'read']);
  });

  it('is not hidden by strangers that sort before it', async () => {
    await filled(3);
    for (const name of ['.DS_Store', '.a/b', '!', '0-notes.txt', '00000000000000000000']) {
      bucket.write(`.rollback-log/${name}`, 'x');
    }
    bucket.write('.rollback-log/by-version/v1/99999999999999999998', 'x');
    expect((await logOf().head())?.record.sequence).toBe(3);
  });

  it.each<[string, () => void, string]>([
    ['a gap', () => bucket.erase(recordKey(4)), 'missing'],
    ['an unparsable newest', () => bucket.write(recordKey(5), '{"schema_version": 1'), 'not readable'],
    ['an empty newest', () => bucket.write(recordKey(5), ''), 'not readable'],
    ['a record of the future', () => bucket.write(recordKey(900), 'x'), 'not readable'],
  ])('refuses %s', async (_what, break_, message) => {
    const log = await filled(5);
    break_();
    await expect(log.head()).rejects.toMatchObject({ code: 'LOG_BROKEN', exitCode: 49 });
    await expect(log.head()).rejects.toThrow(message);
  });

  it('is linked to the record before by its hash', async () => {
    const log = await filled(5);
    const head = await log.head();
    if (head === undefined) throw new Error('no head');
    await expect(log.link(head)).resolves.toBeUndefined();
    bucket.write(recordKey(4), '{}');
    await expect(log.link(head)).rejects.toMatchObject({ code: 'LOG_BROKEN' });
    await expect(log.link(head)).rejects.toThrow('chained');
  });

  it('refuses a newest record that claims another number, or was copied from elsewhere', async () => {
    const log = await filled(5);
    bucket.write(recordKey(6), bucket.text(recordKey(5)) ?? '');
    await expect(log.head()).rejects.toMatchObject({ code: 'LOG_BROKEN' });
  });
});

describe('a broken log', () => {
  const closed = async (): Promise<MemoryWorld> => {
    const world = new MemoryWorld();
    await rollback(rollbackRequest('v1.0.2', 'index_only'), world.actor().context);
    return world;
  };

  it('stops every change with 49 until a person accepts it; then goes on, chained', async () => {
    const world = await closed();
    const [, second] = records(world).reverse();
    if (second === undefined) throw new Error('short log');
    world.bucket.erase(recordKey(second.sequence));
    const refused = await rollback(rollbackRequest('v1.0.1'), world.actor().context);
    expect(refused).toMatchObject({ exit_code: 49, changed: false, error_code: 'LOG_BROKEN' });
    expect((await recover(recoverRequest(), world.actor().context)).exit_code).toBe(49);
    const accepted = await recover(recoverRequest({ acceptLogBreak: true }), world.actor().context);
    expect(accepted.exit_code).toBe(0);
    expect(accepted.warnings.join()).toContain('Accepted: The operation log is broken');
    expect((await rollback(rollbackRequest('v1.0.1'), world.actor().context)).exit_code).toBe(0);
  });

  it('accepting where nothing is broken changes nothing', async () => {
    const world = await closed();
    const before = kinds(world);
    expect((await recover(recoverRequest({ acceptLogBreak: true }), world.actor().context)).exit_code).toBe(
      0,
    );
    expect(kinds(world)).toEqual(before);
  });

  it('with an operation open: it is taken over and finished', async () => {
    const world = new MemoryWorld();
    await diesAfter(world, 'commit');
    const [claim] = records(world);
    if (claim === undefined) throw new Error('no claim');
    tamper(world, claim, { actor: 'mallory' });
    const report = await recover(recoverRequest({ acceptLogBreak: true }), world.actor().context);
    expect(report.exit_code).toBe(0);
    expect(kinds(world).slice(0, 3)).toEqual(['claim', 'commit', 'takeover']);
    expect(kinds(world).at(-1)).toBe('done');
  });

  it('with an operation open whose holder lives: it is left alone', async () => {
    const world = new MemoryWorld();
    await diesAfter(world, 'commit');
    world.machine.dead.clear();
    const [claim] = records(world);
    if (claim === undefined) throw new Error('no claim');
    tamper(world, claim, { actor: 'mallory' });
    const report = await recover(recoverRequest({ acceptLogBreak: true }), world.actor().context);
    expect(report.exit_code).toBe(43);
    expect(kinds(world)).toEqual(['claim', 'commit']);
  });

  it('with an unreadable newest record: goes on behind it', async () => {
    const world = await closed();
    const next = records(world).length + 1;
    world.bucket.write(recordKey(next), 'rubbish');
    expect((await rollback(rollbackRequest('v1.0.1'), world.actor().context)).exit_code).toBe(49);
    await recover(recoverRequest({ acceptLogBreak: true }), world.actor().context);
    world.bucket.erase(recordKey(next));
    expect(kinds(world).slice(-2)).toEqual(['claim', 'aborted']);
  });
});

describe('markers', () => {
  it('are read many at once, and told newest first all the same', async () => {
    const store = new MemoryStore(bucket);
    const marker = (sequence: number): VersionMarker => ({
      schema_version: 1,
      event: 'rolled_back',
      sequence,
      version: 'v1.0.2',
      operation_id: `op-${sequence}`,
      rollback_id: '12345678',
      rollback_type: 'full',
      undoes: '',
      backup_path: '',
      manifest_key: '',
      manifest_sha256: '',
      can_restore: true,
      time: '',
    });
    for (let sequence = 1; sequence <= 30; sequence += 1)
      await writeMarker(store, sender(), marker(sequence));
    let [now, most] = [0, 0];
    const counting: Intercept = async (_request, effect) => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
      return effect();
    };
    const found = await readAllMarkers(new MemoryStore(bucket, { intercept: counting }));
    expect(found.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 30 }, (_, at) => 30 - at));
    expect(most).toBe(16);
  });
});
