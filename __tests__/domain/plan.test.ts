import { describe, expect, it } from 'vitest';
import { type PlanQuestion, planRollback } from '../../src/domain/plan.ts';
import { afterRollback, artifact, entry, publication } from './publications.ts';

const question = (changes: Partial<PlanQuestion> = {}): PlanQuestion => ({
  type: 'full',
  createBackup: true,
  requestsPerArtifact: 2,
  ...changes,
});

describe('planRollback', () => {
  it('full: artifacts and entry', () => {
    const plan = planRollback(publication(), question());
    expect(plan.artifacts.map(({ path }) => path)).toEqual(['v1.0.2/README.md', 'v1.0.2/bin/tool']);
    expect(plan).toMatchObject({
      bytes: 20,
      previousLatest: 'v1.0.2',
      newLatest: 'v1.0.1',
      nothingToDo: false,
    });
    expect([plan.cut.length, plan.mark.length]).toEqual([1, 0]);
    expect(plan.notes).toContain('v1.0.2 was the latest release when this run began');
    expect(plan.warnings).toEqual([]);
  });

  it('artifacts_only: artifacts, the entry marked', () => {
    const plan = planRollback(publication(), question({ type: 'artifacts_only' }));
    expect([plan.artifacts.length, plan.cut.length, plan.mark.length]).toEqual([2, 0, 1]);
    expect(plan.newLatest).toBe('v1.0.1');
  });

  it('index_only: the entry alone', () => {
    const plan = planRollback(publication(), question({ type: 'index_only' }));
    expect([plan.artifacts.length, plan.cut.length, plan.mark.length]).toEqual([0, 1, 0]);
    expect(plan).toMatchObject({ bytes: 0, folderPresent: false });
  });

  it('goes on from an earlier rollback, and says so', () => {
    const plan = planRollback(afterRollback('index_only'), question());
    expect([plan.artifacts.length, plan.cut.length]).toEqual([2, 0]);
    expect(plan.notes.join()).toMatch(/Goes on from rollback id-\d+ \(index_only\)/);
  });

  it('has nothing to do after a full one', () => {
    const plan = planRollback(afterRollback('full'), question());
    expect(plan.nothingToDo).toBe(true);
    expect(plan.notes.join()).not.toContain('Goes on');
  });

  it('takes every entry of a version that is listed twice', () => {
    expect(planRollback(publication({ entries: [entry(), entry()] }), question()).cut).toHaveLength(2);
  });

  it('does not mark twice', () => {
    const twice = publication({ entries: [entry({ removed: true, removedBy: 'x' }), entry()] });
    expect(planRollback(twice, question({ type: 'artifacts_only' })).mark).toHaveLength(1);
  });

  it('without an index there is no latest', () => {
    const plan = planRollback(publication({ index: { state: 'missing' }, entries: [] }), question());
    expect(plan).toMatchObject({ previousLatest: '', newLatest: '', indexRevision: '' });
  });

  it('warns of unlisted files, of links that point out, of no backup', () => {
    const strange = [
      artifact('v1.0.2/a', { listed: false }),
      artifact('v1.0.2/out', { type: 'symlink', target: '../v1.0.1/README.md' }),
      artifact('v1.0.2/abs', { type: 'symlink', target: '/etc/passwd' }),
      artifact('v1.0.2/docs/in', { type: 'symlink', target: '../a' }),
      artifact('v1.0.2/docs/round', { type: 'symlink', target: '../../v1.0.2/a' }),
    ];
    const { warnings } = planRollback(publication({ artifacts: strange }), question({ createBackup: false }));
    expect(warnings).toEqual([
      '1 file not listed in the index is taken along: v1.0.2/a',
      '3 links pointing out of the version folder are moved as a link, never followed: v1.0.2/out, v1.0.2/abs, v1.0.2/docs/round',
      'No backup is made: this rollback cannot be restored',
    ]);
  });

  it('estimates by the requests and their concurrency', () => {
    const many = Array.from({ length: 320 }, (_, i) => artifact(`v1.0.2/${i}`));
    const plan = planRollback(publication({ artifacts: many }), question());
    expect(plan.estimatedSeconds).toBeCloseTo(0.5 + 0.05 * (20 + 640 / 16));
  });
});
