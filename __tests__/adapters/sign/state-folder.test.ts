import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { stateFolder } from '../../../src/adapters/sign/state-folder.ts';
import { RollbackOrchestrator } from '../../../src/library/orchestrator.ts';
import { RepositoryFactory } from '../../../src/library/repository.ts';
import { FIXTURE } from '../../builders/memory-world.ts';

afterEach(() => vi.unstubAllEnvs());

it('is that of XDG_STATE_HOME where it is absolute, else the usual one', () => {
  const usual = join(homedir(), '.local/state/release-rollback');
  expect(stateFolder({ XDG_STATE_HOME: '/srv/state' })).toBe('/srv/state/release-rollback');
  expect(stateFolder({ XDG_STATE_HOME: 'state' })).toBe(usual);
  expect(stateFolder({})).toBe(usual);
});

it('has the key that the library signs with', async () => {
  const home = await mkdtemp(join(tmpdir(), 'release-rollback-state-'));
  try {
    vi.stubEnv('XDG_STATE_HOME', join(home, 'state'));
    const path = join(home, 'repository');
    await cp(FIXTURE, path, { recursive: true });
    const repository = RepositoryFactory.create('local', { path });
    const orchestrator = new RollbackOrchestrator({ repository, signAuditLogs: true });
    const report = await orchestrator.rollbackRelease({ version: 'v1.0.2', auditOutputDir: home });
    expect(report).toMatchObject({ exit_code: 0, audit_log_signed: true });
    expect(await readdir(join(home, 'state/release-rollback'))).toContain('signing-key.pem');
  } finally {
    await rm(home, { recursive: true, force: true });
  }
});
