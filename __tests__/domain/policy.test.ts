import { describe, expect, it } from 'vitest';
import { evaluatePolicy } from '../../src/domain/policy.ts';
import type { IndexState, Publication } from '../../src/domain/publication.ts';
import { ROLLBACK_TYPES, type RollbackTypeName } from '../../src/domain/types.ts';
import { denied } from '../../src/engine/judgement.ts';
import { afterRollback, artifact, entry, marker, publication } from './publications.ts';

const codeOf = (state: Publication, type: RollbackTypeName = 'full', changes = {}) =>
  evaluatePolicy(state, { type, mode: 'strict', force: false, ...changes }).code;

const broken: IndexState = { state: 'broken', reason: 'it is empty' };
const index = publication().index as Extract<IndexState, { state: 'present' }>;
const nowhere = publication({ exists: false, entries: [], artifacts: [], folderPresent: false });
const escaping = entry({ artifacts: ['../v1.0.1/README.md'] });

describe('each row', () => {
  it.each(ROLLBACK_TYPES)('nothing is wrong: allowed (%s)', (type) => {
    const decision = evaluatePolicy(publication(), { type, mode: 'strict', force: false });
    expect(decision).toMatchObject({
      allowed: true,
      passed: true,
      code: undefined,
      warnings: [],
      errors: [],
    });
  });

  it.each<[string, Publication, string | undefined]>([
    ['in neither index nor store', nowhere, 'VERSION_NOT_FOUND'],
    ['neither, and the index is missing', { ...nowhere, index: { state: 'missing' } }, 'VERSION_NOT_FOUND'],
    ['no artifacts', publication({ artifacts: [], folderPresent: false }), 'POLICY_VIOLATION'],
    ['an empty folder', publication({ artifacts: [] }), 'POLICY_VIOLATION'],
    ['the entry is missing', publication({ entries: [] }), 'POLICY_VIOLATION'],
    [
      'a listed artifact is missing',
      publication({ artifacts: [artifact('v1.0.2/README.md')] }),
      'POLICY_VIOLATION',
    ],
    ['a duplicate entry', publication({ entries: [entry(), entry()] }), 'POLICY_VIOLATION'],
    ['a path outside the version folder', publication({ entries: [escaping] }), 'POLICY_VIOLATION'],
    [
      'a wrong total',
      publication({ index: { ...index, total: { text: '7', value: 7 } } }),
      'POLICY_VIOLATION',
    ],
    [
      'a total that is no number',
      publication({ index: { ...index, total: { text: '"2"', value: undefined } } }),
      'POLICY_VIOLATION',
    ],
    ['no total', publication({ index: { ...index, total: undefined } }), undefined],
    ['a missing index', publication({ index: { state: 'missing' }, entries: [] }), 'POLICY_VIOLATION'],
    ['a broken index', publication({ index: broken, entries: [] }), 'POLICY_VIOLATION'],
    ['a dependent', publication({ dependents: ['v1.0.3'] }), 'DEPENDENCY'],
    [
      'marked by nobody that we know',
      publication({ ...afterRollback('artifacts_only'), history: [] }),
      'POLICY_VIOLATION',
    ],
    [
      'unlisted files',
      publication({ artifacts: [...publication().artifacts, artifact('v1.0.2/x', { listed: false })] }),
      undefined,
    ],
  ])('%s', (_what, state, code) => {
    expect(codeOf(state)).toBe(code);
  });

  it('names all violations at once, and at most five dependents', () => {
    const decision = evaluatePolicy(
      publication({
        index: { ...index, total: { text: '3.5', value: undefined } },
        entries: [entry(), entry()],
        dependents: ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
      }),
      { type: 'full', mode: 'strict', force: false },
    );
    expect(decision.errors).toEqual([
      'a, b, c, d, e and 2 more depend on v1.0.2',
      'index.json lists v1.0.2 2 times',
      'index.json says total_releases 3.5, but lists 2',
    ]);
    expect(decision.dependenciesSatisfied).toBe(false);
  });
});

describe('which wins', () => {
  it('a broken index before 40', () => {
    expect(codeOf({ ...nowhere, index: broken })).toBe('POLICY_VIOLATION');
  });

  it('a broken index before 46', () => {
    expect(codeOf({ ...afterRollback('full'), index: broken })).toBe('POLICY_VIOLATION');
  });

  it('40 before 42', () => {
    expect(codeOf({ ...nowhere, dependents: ['v1.0.3'] })).toBe('VERSION_NOT_FOUND');
  });

  it('46 before 42', () => {
    expect(codeOf({ ...afterRollback('full'), dependents: ['v1.0.3'] })).toBe('ALREADY_ROLLED_BACK');
  });

  it('42 before the rest of 41, a path outside included', () => {
    expect(codeOf(publication({ dependents: ['v1.0.3'], entries: [escaping, entry()] }))).toBe('DEPENDENCY');
  });
});

describe('what cannot be overridden has advice of its own, which names no --force', () => {
  it.each<[string, Publication, RegExp]>([
    ['a broken index', publication({ index: broken, entries: [] }), /publisher write index\.json again/],
    ['a path outside', publication({ entries: [escaping] }), /publisher mend the entry/],
    [
      'a path outside, behind a dependent',
      publication({ entries: [escaping], dependents: ['v1.0.3'] }),
      /publisher mend the entry/,
    ],
  ])('%s', (_, state, expected) => {
    for (const how of [{}, { force: true }, { mode: 'lenient' as const }]) {
      const decision = evaluatePolicy(state, { type: 'full', mode: 'strict', force: false, ...how });
      expect(decision.advice).toMatch(expected);
      expect(denied(decision).advice).toBe(decision.advice);
      expect(decision.advice).not.toMatch(/--force|lenient/);
    }
  });

  it('what can be overridden keeps that of its row', () => {
    const question = { type: 'full', mode: 'strict', force: false } as const;
    const decision = evaluatePolicy(publication({ entries: [entry(), entry()] }), question);
    expect(denied(decision).advice).toContain('--force');
  });
});

describe.each([
  ['lenient', { mode: 'lenient' }],
  ['--force', { force: true }],
] as const)('%s', (_name, how) => {
  it.each<[string, Publication]>([
    ['40', nowhere],
    ['41', publication({ entries: [entry(), entry()] })],
    ['41, a missing index', publication({ index: { state: 'missing' }, entries: [] })],
    ['42', publication({ dependents: ['v1.0.3'] })],
    ['46', afterRollback('full')],
  ])('turns %s into a warning', (_code, state) => {
    const decision = evaluatePolicy(state, { type: 'full', mode: 'strict', force: false, ...how });
    expect(decision).toMatchObject({ allowed: true, passed: false, code: undefined, errors: [] });
    expect(decision.warnings).not.toEqual([]);
  });

  it.each(ROLLBACK_TYPES)('does not override a broken index (%s)', (type) => {
    expect(codeOf(publication({ index: broken, entries: [] }), type, how)).toBe('POLICY_VIOLATION');
  });

  it.each(ROLLBACK_TYPES)('does not override a path outside the version folder (%s)', (type) => {
    expect(codeOf(publication({ entries: [escaping] }), type, how)).toBe('POLICY_VIOLATION');
  });

  it('still knows that all is done', () => {
    const decision = evaluatePolicy(afterRollback('full'), {
      type: 'full',
      mode: 'strict',
      force: false,
      ...how,
    });
    expect(decision.alreadyDone).toBe(true);
  });
});

describe('what our own log explains', () => {
  const ALLOWED = undefined;
  const DONE = 'ALREADY_ROLLED_BACK';
  it.each<[RollbackTypeName, RollbackTypeName, string | undefined]>([
    ['full', 'full', DONE],
    ['full', 'artifacts_only', DONE],
    ['full', 'index_only', DONE],
    ['artifacts_only', 'full', ALLOWED],
    ['artifacts_only', 'artifacts_only', DONE],
    ['artifacts_only', 'index_only', ALLOWED],
    ['index_only', 'full', ALLOWED],
    ['index_only', 'artifacts_only', ALLOWED],
    ['index_only', 'index_only', DONE],
  ])('after %s: %s', (earlier, next, code) => {
    expect(codeOf(afterRollback(earlier), next)).toBe(code);
  });

  it('after artifacts_only and index_only together, full is done', () => {
    const both = [marker({ rollback_type: 'index_only' }), marker({ rollback_type: 'artifacts_only' })];
    for (const type of ROLLBACK_TYPES) expect(codeOf({ ...nowhere, history: both }, type)).toBe(DONE);
  });

  it.each(ROLLBACK_TYPES)('published again since a %s rollback: rolled back like any other', (type) => {
    const again = publication({ history: afterRollback(type).history });
    for (const next of ROLLBACK_TYPES) expect(codeOf(again, next)).toBe(ALLOWED);
  });

  it('what vanished by other hands is not explained', () => {
    const hidden = [marker({ rollback_type: 'index_only' })];
    expect(codeOf({ ...nowhere, history: hidden }, 'full')).toBe('VERSION_NOT_FOUND');
    expect(codeOf({ ...nowhere, history: hidden }, 'artifacts_only')).toBe('VERSION_NOT_FOUND');
    const uncovered = [marker({ rollback_type: 'artifacts_only' })];
    expect(codeOf(publication({ entries: [], history: uncovered }), 'index_only')).toBe('POLICY_VIOLATION');
  });

  it('an entry published again without artifacts is not explained', () => {
    for (const type of ROLLBACK_TYPES) {
      const state = publication({
        artifacts: [],
        folderPresent: false,
        history: afterRollback(type).history,
      });
      expect(codeOf(state, 'full')).toBe('POLICY_VIOLATION');
    }
  });

  it('a restored rollback explains nothing', () => {
    const rolledBack = marker();
    const restored = marker({ event: 'restored', undoes: rolledBack.operation_id });
    expect(codeOf({ ...nowhere, history: [restored, rolledBack] })).toBe('VERSION_NOT_FOUND');
  });
});
