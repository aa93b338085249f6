import { describe, expect, it } from 'vitest';
import { RsaPssSigner } from '../../src/adapters/sign/rsa-pss-signer.ts';
import { decodeRecord } from '../../src/engine/log/decoding.ts';
import { recover, restore, rollback } from '../../src/engine/mod.ts';
import {
  type Actor,
  MemoryWorld,
  recoverRequest,
  restoreRequest,
  rollbackRequest,
} from '../builders/memory-world.ts';
import { privateKeyPem } from '../e2e/signing-key.ts';
import { diesAfter, records } from './worlds.ts';

const signer = () => new RsaPssSigner({ kind: 'pem', pem: privateKeyPem(), name: 'key' });
const signing = ({ context }: Actor) => ({ ...context, signer: signer() });
const standingBy = ({ context }: Actor, pem = privateKeyPem()) => ({
  ...context,
  standbySigner: new RsaPssSigner({ kind: 'pem', pem, name: 'key' }),
});
const UNSIGNED = /^The audit log of the rollback of v1\.0\.2 was to be signed, .*It has no signature$/;

/** A rollback that was to be signed, and died after its commit. */
async function killed(): Promise<MemoryWorld> {
  const world = new MemoryWorld();
  await diesAfter(world, 'commit', (actor) => rollback(rollbackRequest('v1.0.2'), signing(actor)));
  return world;
}

describe('an operation whose audit log was to be signed', () => {
  it('says so in its records; one that was not says nothing', async () => {
    const world = await killed();
    expect(records(world).map(({ open }) => open?.sign_audit_log)).toEqual([true, true]);
    const plain = new MemoryWorld();
    await rollback(rollbackRequest('v1.0.2'), plain.actor().context);
    const [first] = records(plain);
    expect(first?.open).not.toHaveProperty('sign_audit_log');
    const older = new TextEncoder().encode(JSON.stringify(first));
    expect(await decodeRecord(older)).toEqual(first);
  });

  it('is finished without a key with a warning, in the report and in the audit log', async () => {
    const world = await killed();
    const actor = world.actor();
    const report = await recover(recoverRequest(), actor.context);
    expect(report).toMatchObject({ exit_code: 0, audit_log_created: true, audit_log_signed: false });
    expect(report.warnings).toContainEqual(expect.stringMatching(UNSIGNED));
    expect(actor.evidence.published.map(({ kind }) => kind)).toEqual(['manifest', 'audit']);
  });

  it('is finished with one signed, without a warning', async () => {
    const world = await killed();
    const actor = world.actor();
    const report = await recover(recoverRequest(), signing(actor));
    expect(report).toMatchObject({ exit_code: 0, audit_log_signed: true, warnings: [] });
    expect(actor.evidence.published.map(({ kind }) => kind)).toEqual(['manifest', 'audit', 'signature']);
  });

  it('is finished with a key at hand signed as well; what was not to be signed is not', async () => {
    const world = await killed();
    const actor = world.actor();
    const told = await recover(recoverRequest({ dryRun: true }), standingBy(world.actor()));
    expect(told.warnings.join()).not.toContain('is to be signed');
    const report = await recover(recoverRequest(), standingBy(actor));
    expect(report).toMatchObject({ exit_code: 0, audit_log_signed: true, warnings: [] });
    expect(actor.evidence.published.map(({ kind }) => kind)).toContain('signature');
    const plain = new MemoryWorld();
    await diesAfter(plain, 'commit');
    const other = plain.actor();
    expect(await recover(recoverRequest(), standingBy(other))).toMatchObject({ audit_log_signed: false });
    expect(other.evidence.published.map(({ kind }) => kind)).toEqual(['manifest', 'audit']);
  });

  it('is finished unsigned where the key at hand is of no use: that is said, and the audit log is there', async () => {
    const world = await killed();
    const actor = world.actor();
    const report = await recover(recoverRequest(), standingBy(actor, 'no key'));
    expect(report).toMatchObject({ exit_code: 0, audit_log_created: true, audit_log_signed: false });
    expect(report.warnings).toContainEqual(expect.stringMatching(UNSIGNED));
    expect(report.warnings.join()).toContain('not in PEM form');
    expect(actor.evidence.published.map(({ kind }) => kind)).toEqual(['manifest', 'audit']);
  });

  it('is finished by the same command without the flag: the same warning', async () => {
    const world = await killed();
    const report = await rollback(rollbackRequest('v1.0.2'), world.actor().context);
    expect(report).toMatchObject({ exit_code: 0, audit_log_signed: false });
    expect(report.warnings).toContainEqual(expect.stringMatching(UNSIGNED));
  });

  it('is finished on the way of another: its report says so as well', async () => {
    const world = await killed();
    const report = await rollback(rollbackRequest('v1.0.1'), world.actor().context);
    expect(report).toMatchObject({ exit_code: 0, version: 'v1.0.1' });
    expect(report.notes).toContainEqual(expect.stringMatching(UNSIGNED));
  });

  it('is told by a dry run while there is time to give the key', async () => {
    const world = await killed();
    const warned =
      'Its audit log is to be signed: give sign-audit-log, and the key, to the run that finishes it';
    const dry = await recover(recoverRequest({ dryRun: true }), world.actor().context);
    expect(dry.warnings).toContain(warned);
    const keyed = await recover(recoverRequest({ dryRun: true }), signing(world.actor()));
    expect(keyed.warnings).not.toContain(warned);
  });

  it('a restore likewise', async () => {
    const world = new MemoryWorld();
    await rollback(rollbackRequest('v1.0.2'), world.actor().context);
    const before = records(world).length;
    await restore(restoreRequest('v1.0.2'), signing(world.actor()));
    expect(records(world)[before]?.open?.sign_audit_log).toBe(true);
  });
});
