import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FileEvidenceWriter } from '../../src/adapters/evidence/file-evidence.ts';
import type { Intercept } from '../../src/adapters/store/memory/memory-store.ts';
import { failure } from '../../src/domain/errors.ts';
import { recover, restore, rollback } from '../../src/engine/mod.ts';
import { MemoryWorld, recoverRequest, restoreRequest, rollbackRequest } from '../builders/memory-world.ts';
import { A_MARKER, A_RECORD, to } from './intercepts.ts';
import { kinds } from './worlds.ts';

/** Evidence in real files must never tell of what did not happen. */

let folder: string;
let world: MemoryWorld;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evidence-'));
  world = new MemoryWorld();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const inFiles = (intercept?: Intercept) => {
  const actor = world.actor(intercept);
  const evidence = new FileEvidenceWriter({ manifestDir: folder, auditDir: folder });
  return { ...actor, context: { ...actor.context, evidence } };
};

async function contents(): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')])),
  );
}

/** Refuses the first change of this kind after the evidence was proved to be ours by a beat. */
function refusing(which: (request: Parameters<Intercept>[0]) => boolean, from: string): Intercept {
  let armed = true;
  return async (request, effect) => {
    if (!armed || !which(request) || kinds(world).at(-1) !== from) return effect();
    armed = false;
    throw failure('PERMISSION', 'refused');
  };
}

it.each([
  ['marker', A_MARKER],
  ['closer', A_RECORD],
] as const)('the %s is refused: ours goes, that of the rollback before comes back', async (_, key) => {
  expect((await rollback(rollbackRequest('v1.0.2'), inFiles().context)).exit_code).toBe(0);
  expect((await restore(restoreRequest('v1.0.2'), world.actor().context)).exit_code).toBe(0);
  const before = await contents();
  expect(Object.keys(before)).toHaveLength(2);
  const report = await rollback(rollbackRequest('v1.0.2'), inFiles(refusing(to('put', key), 'beat')).context);
  expect(report).toMatchObject({ exit_code: 43, changed: false, audit_log_created: false, evidence: {} });
  expect(kinds(world).at(-1)).toBe('reverted');
  expect(await contents()).toEqual(before);
});

it('a restore that was put back leaves none either', async () => {
  await rollback(rollbackRequest('v1.0.2'), world.actor().context);
  const report = await restore(
    restoreRequest('v1.0.2'),
    inFiles(refusing(to('put', A_MARKER), 'beat')).context,
  );
  expect(report).toMatchObject({ exit_code: 43, changed: false, evidence: {} });
  expect(await contents()).toEqual({});
});

/** A run that is cut off when its evidence is in place and its closer is not. */
async function cutOffAfterPublishing(): Promise<void> {
  let off = false;
  const actor = inFiles(async (request, effect) => {
    off ||= to('put', A_MARKER)(request);
    if (off) throw failure('UNREACHABLE', 'the line is cut');
    return effect();
  });
  expect(await rollback(rollbackRequest('v1.0.2'), actor.context)).toMatchObject({ changed: 'unknown' });
  expect(Object.keys(await contents())).toHaveLength(2);
  actor.host.die();
}

it.each([
  ['forward', 2],
  ['revert', 0],
  ['abandon', 0],
] as const)('cut off between evidence and closer, then recover %s', async (choice, files) => {
  await cutOffAfterPublishing();
  const recovered = await recover(recoverRequest({ choice }), inFiles().context);
  expect(recovered.exit_code, recovered.errors.join('; ')).toBe(0);
  expect(Object.keys(await contents())).toHaveLength(files);
});

it.each([
  ['marker', A_MARKER],
  ['closer', A_RECORD],
] as const)('without a way back, the %s is refused: no evidence tells of a success', async (_, key) => {
  const request = rollbackRequest('v1.0.2', 'full', { createBackup: false });
  const report = await rollback(request, inFiles(refusing(to('put', key), 'beat')).context);
  expect(report).toMatchObject({ exit_code: 43, status: 'partial', changed: true });
  expect(kinds(world).at(-1)).toBe('done');
  expect(report).toMatchObject({ manifest_created: false, audit_log_created: false, evidence: {} });
  expect(await contents()).toEqual({});
});

it('what can’t be taken away is named, with what is wrong about it', async () => {
  const request = rollbackRequest('v1.0.2', 'full', { createBackup: false });
  const { context } = inFiles(refusing(to('put', A_MARKER), 'beat'));
  Object.assign(context.evidence, { withdraw: async () => ['/out/v1.0.2.rollback-audit.json'] });
  expect((await rollback(request, context)).warnings).toContain(
    "Delete '/out/v1.0.2.rollback-audit.json': it says that the rollback went well, which is not so, and could not be taken away",
  );
});
