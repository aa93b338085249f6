import { describe, expect, test } from 'vitest';
import { parseAction } from '../../src/request/action.ts';
import type { RawOptions } from '../../src/request/options.ts';
import { BAD_VERSIONS } from './bad-versions.ts';
import { problemsOf, WHO } from './helpers.ts';

const declared = ['operation', 'version', 'dry-run', 'policy'];
const actionOf = (raw: RawOptions, unknown: readonly string[] = []) =>
  parseAction({ raw, unknown, declared }, WHO);

function orderOf(raw: RawOptions) {
  const parsed = actionOf(raw);
  if ('problems' in parsed) throw new Error(parsed.problems.join('\n'));
  return parsed.order;
}

test('an operation is a rollback unless it says otherwise', () => {
  expect(orderOf({ version: 'v1' }).request.operation).toBe('rollback');
  expect(orderOf({ operation: 'restore', version: 'v1' }).request.operation).toBe('restore');
  expect(orderOf({ operation: 'recover' }).request.operation).toBe('recover');
  expect(orderOf({ operation: 'doctor' }).request).toEqual({ operation: 'doctor' });
});

test('what only the Action is told has its defaults', () => {
  expect(orderOf({ version: 'v1' }).action).toEqual({
    upload: 'auto',
    artifactName: '',
    retentionDays: undefined,
    summary: true,
  });
  expect(
    orderOf({
      version: 'v1',
      'upload-artifacts': 'false',
      'artifact-name': "it's evidence",
      'artifact-retention-days': '30',
      summary: 'False',
    }).action,
  ).toEqual({ upload: 'false', artifactName: "it's evidence", retentionDays: 30, summary: false });
});

test('each operation checks its own', () => {
  expect(problemsOf(actionOf({}))).toEqual(['version: is required']);
  expect(problemsOf(actionOf({ operation: 'restore' }))).toEqual(['version: is required, or rollback-id']);
  expect(problemsOf(actionOf({ version: 'v1', 'rollback-id': 'a1b2c3d4' }))).toEqual([
    'rollback-id: is for restore; a rollback draws its own',
  ]);
  expect(problemsOf(actionOf({ operation: 'recover', version: 'v1' }))).toEqual([]);
  expect(problemsOf(actionOf({ operation: 'doctor', repository: 'ftp://x', summary: 'maybe' }))).toHaveLength(
    2,
  );
});

test('a misspelt operation does not hide the other problems, nor do unknown inputs', () => {
  const raw: RawOptions = { operation: 'rolback', policy: 'lax', 'upload-artifacts': 'maybe' };
  expect(problemsOf(actionOf(raw, ['dryrun', 'something-else']))).toEqual([
    "dryrun: there is no such input (did you mean 'dry-run'?)",
    'something-else: there is no such input',
    "operation: 'rolback' is not allowed; use rollback, restore, recover or doctor (did you mean 'rollback'?)",
    'version: is required',
    "policy: 'lax' is not allowed; use strict or lenient",
    "upload-artifacts: 'maybe' is not allowed; use auto, true or false",
  ]);
});

describe('confirm', () => {
  test('must be the version, character for character', () => {
    expect(problemsOf(actionOf({ version: 'v1.0.2', confirm: 'v1.0.2' }))).toEqual([]);
    for (const confirm of ['v1.0.20', 'V1.0.2', 'v1.0.2 ', 'yes']) {
      expect(problemsOf(actionOf({ version: 'v1.0.2', confirm }))).toEqual([
        `confirm: '${confirm}' is not the version 'v1.0.2'`,
      ]);
    }
  });

  test('is of no use without a version', () => {
    const raw: RawOptions = { operation: 'restore', 'rollback-id': 'a1b2c3d4', confirm: 'v1' };
    expect(problemsOf(actionOf(raw))).toEqual(["confirm: 'v1' is not the version ''"]);
  });
});

test.each(['a/b', 'a:b', 'a\nb', 'a"b', 'x'.repeat(300)])('an artifact cannot be named %j', (name) => {
  expect(problemsOf(actionOf({ version: 'v1', 'artifact-name': name }))).toHaveLength(1);
});

test.each(['0', '401', '1.5', '-1', 'forever'])('an artifact is not kept for %j days', (days) => {
  expect(problemsOf(actionOf({ version: 'v1', 'artifact-retention-days': days }))).toEqual([
    `artifact-retention-days: '${days}' is not a whole number from 1 to 400`,
  ]);
});

test.each(BAD_VERSIONS)(
  'a version that is %s is refused for every operation that takes one',
  (_, version) => {
    for (const operation of ['rollback', 'restore']) {
      expect(problemsOf(actionOf({ operation, version }))).toHaveLength(1);
    }
  },
);
