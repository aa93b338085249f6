import { describe, expect, it } from 'vitest';
import { activeRollbacks, remainingWork } from '../../src/domain/publication.ts';
import { ROLLBACK_TYPES } from '../../src/domain/types.ts';
import { afterRollback, artifact, entry, marker, publication } from './publications.ts';

describe('activeRollbacks', () => {
  const first = marker();
  const restore = marker({ event: 'restored', undoes: first.operation_id });
  const second = marker({ rollback_type: 'index_only' });

  it('are those that nobody restored, newest first', () => {
    expect(activeRollbacks([])).toEqual([]);
    expect(activeRollbacks([second, first])).toEqual([second, first]);
    expect(activeRollbacks([second, restore, first])).toEqual([second]);
  });

  it('a reverted rollback never was', () => {
    const reverted = { ...first, event: 'reverted' as const, undoes: first.operation_id };
    expect(activeRollbacks([reverted, first])).toEqual([]);
  });

  it('a reverted restore never was', () => {
    const reverted = { ...restore, event: 'reverted' as const, undoes: restore.operation_id };
    expect(activeRollbacks([reverted, restore, first])).toEqual([first]);
    const again = marker({ event: 'restored', undoes: first.operation_id });
    expect(activeRollbacks([again, reverted, restore, first])).toEqual([]);
  });
});

describe('remainingWork', () => {
  it('is everything of a release that stands', () => {
    expect(remainingWork(publication(), 'full')).toEqual({ artifacts: true, cut: true, mark: false });
    expect(remainingWork(publication(), 'artifacts_only')).toEqual({
      artifacts: true,
      cut: false,
      mark: true,
    });
    expect(remainingWork(publication(), 'index_only')).toEqual({ artifacts: false, cut: true, mark: false });
  });

  it.each(ROLLBACK_TYPES)('is nothing after the same type (%s)', (type) => {
    expect(remainingWork(afterRollback(type), type)).toEqual({ artifacts: false, cut: false, mark: false });
  });

  it('an empty folder is taken along', () => {
    expect(remainingWork(publication({ artifacts: [] }), 'full').artifacts).toBe(true);
  });

  it('only entries without a mark are marked', () => {
    const state = publication({
      entries: [entry({ removed: true }), entry()],
      artifacts: [artifact('v1.0.2/a')],
    });
    expect(remainingWork(state, 'artifacts_only').mark).toBe(true);
  });
});
