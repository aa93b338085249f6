import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { RepositoryListing } from '../../src/domain/listing.ts';
import type { RollbackReport } from '../../src/domain/report.ts';
import { readReleaseRollback } from '../../src/entry/cli/release-rollback.ts';
import { failureAnnotation } from '../../src/report/annotation.ts';
import { closingLines } from '../../src/report/console.ts';
import { dryRunText } from '../../src/report/dry-run.ts';
import { checksOf } from '../../src/report/facts.ts';
import { withoutFileLists } from '../../src/report/json-report.ts';
import { listingText } from '../../src/report/listing.ts';
import { jobSummary } from '../../src/report/summary.ts';
import { textReport } from '../../src/report/text-report.ts';
import { timeline } from '../../src/report/timeline.ts';
import { shellQuoted, undoCommand, undoStep } from '../../src/report/undo-command.ts';
import { lasted, sized, verdict } from '../../src/report/words.ts';
import { aDryRun, aFailure, aReport, artifactPaths } from '../builders/report.ts';

const PATHS = [
  '/srv/tars',
  '/srv/my tars',
  "/srv/it's",
  '/srv/$(id)`x`"',
  '~root',
  '/a\nb',
  '/\u001b[31m',
  '/ü/☃/😀',
  '/::x',
  '/#!',
];

describe('the command that undoes', () => {
  test.each(PATHS)('means the same path in a shell: %j', (path) => {
    const command = undoCommand(aReport({ repository_location: path })) ?? '';
    expect(command.split('\n')).toHaveLength(1);
    const script = `release-rollback() { printf '%s\\0' "$@"; }; ${command}`;
    const run = spawnSync('bash', ['-c', script], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
    });
    expect(run.stdout.split('\0').slice(0, -1)).toEqual([
      'restore',
      '--rollback-id',
      'a1b2c3d4',
      '--repository-type',
      'local',
      '--repository-path',
      path,
    ]);
  });

  test.each(PATHS)('means the same path in a workflow: %j', (path) => {
    const report = aReport({ repository_location: path, rollback_id: '12345678' });
    const [step] = parse(undoStep(report, 'acme/release-rollback@v1') ?? '');
    expect(step.uses).toBe('acme/release-rollback@v1');
    expect(step.with).toEqual({
      operation: 'restore',
      'rollback-id': '12345678',
      'repository-type': 'local',
      'repository-path': path,
    });
  });

  const STORE = {
    repository_type: 's3',
    repository_location: 's3://tars-releases/a b',
    repository_options: {
      'repository-bucket': 'tars-releases',
      'repository-prefix': "a b/it's?c#d%20$(id)",
      'backup-prefix': 'withdrawn',
      's3-endpoint': 'https://s3.example.com/x',
      's3-force-path-style': 'true',
      'single-writer': 'true',
    },
  } as const;

  test('has every option that leads to a store again, as the command takes them', () => {
    const command = undoCommand(aReport(STORE)) ?? '';
    const script = command.replace(/^release-rollback/, "printf '%s\\0'");
    const argv = spawnSync('sh', ['-c', script], { encoding: 'utf8' }).stdout.split('\0').slice(0, -1);
    const line = readReleaseRollback(argv);
    expect(line).toMatchObject({
      task: {
        operation: 'restore',
        request: { rollbackId: 'a1b2c3d4' },
        repository: {
          type: 's3',
          bucket: 'tars-releases',
          prefix: "a b/it's?c#d%20$(id)",
          backupPrefix: 'withdrawn',
          endpoint: 'https://s3.example.com/x',
          region: undefined,
          forcePathStyle: true,
          singleWriter: true,
        },
      },
    });
  });

  test('has them as inputs of the Action, too', () => {
    expect(parse(undoStep(aReport(STORE), 'a/b@c') ?? '')[0].with).toEqual({
      operation: 'restore',
      'rollback-id': 'a1b2c3d4',
      'repository-type': 's3',
      ...STORE.repository_options,
    });
  });

  test('of a restore is the rollback of the same type', () => {
    expect(
      undoCommand(aReport({ operation: 'restore', rollback_type: 'index_only', can_restore: false })),
    ).toBe(
      'release-rollback rollback --version v1.0.2 --rollback-type index_only --repository-type local --repository-path /srv/tars/artifacts',
    );
  });

  test.each<[string, Partial<RollbackReport>]>([
    ['nothing was changed', { changed: false }],
    ['it is not known', { changed: 'unknown' }],
    ['it was a dry run', { dry_run: true }],
    ['there is no backup', { can_restore: false }],
    ['it is not known how the store was reached', { repository_type: 's3', repository_location: 's3://x/y' }],
  ])('is not there when %s', (_, change) => {
    expect(undoCommand(aReport(change))).toBeUndefined();
    expect(undoStep(aReport(change), 'a/b@c')).toBeUndefined();
    expect(jobSummary(aReport(change))).not.toContain('How to undo');
  });

  test('names the action that runs, and one to fill in where the runner does not say', () => {
    expect(jobSummary(aReport(), { action: 'acme/fork@0123abc' })).toContain('- uses: acme/fork@0123abc\n');
    for (const action of [undefined, ''])
      expect(jobSummary(aReport(), { action })).toContain('- uses: OWNER/release-rollback@v1\n');
    expect(parse(undoStep(aReport(), 'a/b@c: {}\n- run: x') ?? '')).toMatchObject([
      { uses: 'a/b@c: {}\n- run: x' },
    ]);
  });

  test('plain words are not quoted', () => {
    expect(shellQuoted('v1.0.2')).toBe('v1.0.2');
    expect(shellQuoted('')).toBe("''");
  });
});

describe('the dry run block', () => {
  test('is the guide’s, with the first ten files', () => {
    const guide = `===================================================================
DRY RUN SIMULATION
===================================================================
Version: v1.0.2
Rollback Type: full
Artifacts to remove: 3
Estimated duration: 1.5s

Operations that would be performed:
  1. Backup version v1.0.2
  2. Remove 3 artifacts:
     - v1.0.2/README.md
     - v1.0.2/manifest.json
     - v1.0.2/bin/tool-1
  3. Remove v1.0.2 from index

===================================================================
DRY RUN COMPLETE - No changes made
===================================================================
`;
    const three = { artifacts_removed: artifactPaths(3), total_artifacts_removed: 3 };
    expect(dryRunText(aDryRun(three))).toBe(guide);
  });

  const operations = (change: Partial<RollbackReport>): readonly string[] =>
    dryRunText(aDryRun(change))
      .split('\n')
      .filter((line) => /^ {2}(\d\.|none)/.test(line));
  const nothing = { artifacts_removed: [], total_artifacts_removed: 0 };

  test.each<[string, Partial<RollbackReport>, readonly string[]]>([
    [
      'full without a backup',
      { backup_created: false },
      ['  1. Remove 42 artifacts:', '  2. Remove v1.0.2 from index'],
    ],
    [
      'artifacts_only',
      { rollback_type: 'artifacts_only', index_updated: false },
      ['  1. Backup version v1.0.2', '  2. Remove 42 artifacts:', '  3. Mark v1.0.2 as removed in index'],
    ],
    [
      'artifacts_only of a marked entry',
      { rollback_type: 'artifacts_only', index_updated: false, index_marked: false },
      ['  1. Backup version v1.0.2', '  2. Remove 42 artifacts:'],
    ],
    [
      'index_only',
      { rollback_type: 'index_only', ...nothing },
      ['  1. Backup index state', '  2. Remove v1.0.2 from index'],
    ],
    ['nothing left', { ...nothing, index_updated: false }, ['  none']],
    [
      'one artifact',
      {
        artifacts_removed: ['v1.0.2/a'],
        total_artifacts_removed: 1,
        index_updated: false,
        backup_created: false,
      },
      ['  1. Remove 1 artifact:'],
    ],
    [
      'a restore',
      { operation: 'restore' },
      ['  1. Put back 42 artifacts:', '  2. Put v1.0.2 back into index'],
    ],
    [
      'a restore of artifacts_only',
      { operation: 'restore', rollback_type: 'artifacts_only', index_updated: false },
      ['  1. Put back 42 artifacts:', '  2. Take the mark off v1.0.2 in index'],
    ],
    ['a recovery', { operation: 'recover', summary: 'DRY RUN: would finish it' }, ['  1. Finish it']],
  ])('of %s', (_, change, lines) => {
    expect(operations(change)).toEqual(lines);
  });

  test('of a recovery of nothing names no version', () => {
    const text = dryRunText(
      aDryRun({
        operation: 'recover',
        version: '',
        estimated_duration_seconds: 0,
        summary: 'nothing is open',
      }),
    );
    expect(text).not.toContain('Version:');
    expect(text).not.toContain('Estimated');
  });
});

describe('verdicts', () => {
  test.each<[RollbackReport, string]>([
    [aReport(), 'SUCCESS'],
    [aReport({ warnings: ['x'] }), 'SUCCESS (with warnings)'],
    [aDryRun(), 'DRY RUN'],
    [aDryRun({ warnings: ['x'] }), 'DRY RUN (with warnings)'],
    [aFailure({ warnings: ['x'] }), 'FAILED'],
    [aFailure({ dry_run: true, exit_code: 47 }), 'FAILED (dry run)'],
    [aReport({ status: 'partial', exit_code: 43 }), 'PARTIAL'],
  ])('%#', (report, word) => {
    expect(verdict(report)).toBe(word);
    expect(closingLines(report, { color: false }).results[0]).toBe(`Status: ${word}`);
  });
});

describe('on a terminal', () => {
  test('the guide’s failure: the error, then the exit code', () => {
    const report = aFailure({
      exit_code: 40,
      error_code: 'VERSION_NOT_FOUND',
      errors: ['Version v1.0.2 not found in repository'],
    });
    const { problems } = closingLines(report, { color: false });
    expect(problems[0]).toBe('ERROR: Version v1.0.2 not found in repository');
    expect(problems.at(-1)).toBe('Exit Code: 40');
  });

  test('every error has its line; without one the summary is it', () => {
    const lines = (errors: string[]) => closingLines(aFailure({ errors }), { color: false }).problems;
    expect(lines(['a', 'b']).slice(0, 2)).toEqual(['ERROR: a', 'ERROR: b']);
    expect(lines([])[0]).toBe('ERROR: A policy check failed; nothing was changed');
    expect(lines(Array.from({ length: 60 }, (_, i) => `e${i}`))).toContain('ERROR: ... and 10 more');
  });

  test('colour only on request, and nowhere else', () => {
    const colored = closingLines(aFailure({ warnings: ['w'] }), { color: true });
    expect(colored.results[0]).toBe('\u001b[31mStatus: FAILED\u001b[0m');
    expect(colored.warnings[0]).toBe('\u001b[33mWARNING:\u001b[0m w');
    expect(closingLines(aReport(), { color: true }).results[0]).toContain('\u001b[32m');
    expect(closingLines(aReport({ warnings: ['w'] }), { color: true }).results[0]).toContain('\u001b[33m');
    const plain = closingLines(aFailure({ warnings: ['w'] }), { color: false });
    expect(JSON.stringify(plain)).not.toContain('\\u001b');
  });

  test('a superseded rollback that took something out says how to undo it', () => {
    const { results, problems } = closingLines(
      aReport({ status: 'failed', exit_code: 43, superseded: true, errors: ['x'] }),
      { color: false },
    );
    expect(results.join('\n')).toContain('release-rollback restore --rollback-id a1b2c3d4');
    expect(problems).toContain('The repository was changed.');
  });
});

describe('checks', () => {
  const results = (report: RollbackReport) => checksOf(report).map(({ result }) => result);
  test('before they were reached are not called failed', () => {
    const blank = { version_exists: false, policy_passed: false, dependencies_satisfied: false };
    const preflight = [{ name: 'preflight', seconds: 0 } as const];
    expect(results(aFailure({ ...blank, stages: preflight }))).toEqual([
      'not checked',
      'not checked',
      'not checked',
    ]);
    expect(results(aFailure({ ...blank, version_exists: true, stages: [] }))).toEqual([
      'passed',
      'not checked',
      'not checked',
    ]);
  });
  test('that were overridden stay so when a later stage fails', () => {
    expect(results(aReport({ policy_passed: false, forced: true, errors: ['x'], status: 'failed' }))[1]).toBe(
      'overridden',
    );
    expect(results(aFailure())).toEqual(['passed', 'failed', 'passed']);
  });
});

describe('the checks of a restore', () => {
  const blank = { version_exists: true, policy_passed: false, dependencies_satisfied: false };
  const failed = (change: Partial<RollbackReport>) =>
    checksOf(aFailure({ operation: 'restore', ...blank, ...change })).map(({ result }) => result);

  test('blame what failed, and nothing else', () => {
    expect(failed({ exit_code: 40, version_exists: false })).toEqual([
      'failed',
      'not checked',
      'not checked',
    ]);
    expect(failed({ exit_code: 41 })).toEqual(['passed', 'failed', 'not checked']);
    expect(failed({ exit_code: 45 })).toEqual(['passed', 'not checked', 'failed']);
    expect(failed({ exit_code: 47, would_exit_code: 45, dry_run: true })[2]).toBe('failed');
    // It failed later, for another reason.
    expect(failed({ exit_code: 45, policy_passed: true })).toEqual(['passed', 'passed', 'passed']);
    expect(failed({ exit_code: 49 })).toEqual(['passed', 'not checked', 'not checked']);
  });
});

test.each([
  ['a recovery', aReport({ operation: 'recover' })],
  ['refused inputs', aFailure({ exit_code: 49, error_code: 'BAD_INPUT', stages: [] })],
])('%s was asked for no check, type or policy, and shows none', (_, report) => {
  expect(jobSummary(report)).not.toMatch(/Check|not checked|strict|\| Type/);
  expect(textReport(report)).not.toMatch(/PRE-FLIGHT|NOT CHECKED|Policy mode|Rollback type/);
});

test('the text report shows the first twenty artifacts', () => {
  const text = textReport(aReport({ artifacts_removed: artifactPaths(42), total_artifacts_removed: 42 }));
  expect(text.match(/^ {2}- v1\.0\.2\//gm)).toHaveLength(20);
  expect(text).toContain('  ... and 22 more');
  const sections = [
    'PRE-FLIGHT CHECKS',
    'ROLLBACK DETAILS',
    'REMOVED ARTIFACTS',
    'WARNINGS',
    'ERRORS',
    'SUMMARY',
    'Exit Code: 0',
  ];
  const places = sections.map((section) => text.indexOf(`\n${section}`));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(Math.min(...places)).toBeGreaterThan(text.indexOf('T.A.R.S. RELEASE ROLLBACK REPORT'));
});

test('the Action’s report output holds no file lists and stays below 1 MB', () => {
  const long = Array.from({ length: 10_000 }, (_, i) => `warning ${i} ${'x'.repeat(2000)}`);
  const brief = withoutFileLists(
    aReport({ artifacts_removed: artifactPaths(100_000), warnings: long, notes: long }),
  );
  expect(brief).not.toHaveProperty('artifacts_removed');
  expect(brief.total_artifacts_removed).toBe(6);
  expect(brief.warnings.at(-1)).toBe('... and 9900 more');
  expect(JSON.stringify(brief).length).toBeLessThan(500_000);
});

test.each([
  ['rollback', 'rollback'],
  ['restore', 'restore'],
  ['recover', 'recovery'],
] as const)('the annotation of a failed %s speaks of a %s', (operation, noun) => {
  expect(failureAnnotation(aFailure({ operation }))).toMatch(`Release ${noun} failed (exit code 41): `);
});

test('the annotation says what failed and what to do next', () => {
  expect(failureAnnotation(aFailure({ errors: ['one', 'two'] }))).toBe(
    `Release rollback failed (exit code 41): one\n- two\n${aFailure().advice}`,
  );
  expect(failureAnnotation(aFailure({ errors: [], advice: '' }))).toBe(
    'Release rollback failed (exit code 41): A policy check failed; nothing was changed',
  );
});

describe('the timeline', () => {
  test('puts bars behind each other, each at least one wide', () => {
    const lines = timeline([
      { name: 'plan', seconds: 0 },
      { name: 'artifacts', seconds: 3 },
      { name: 'audit', seconds: 1 },
    ]);
    expect(lines).toEqual([
      `plan       █${' '.repeat(39)}      0 ms`,
      `artifacts  ${'█'.repeat(30)}${' '.repeat(10)}    3.00 s`,
      `audit      ${' '.repeat(30)}${'█'.repeat(10)}    1.00 s`,
    ]);
  });
  test('of nothing and of no time', () => {
    expect(timeline([])).toEqual([]);
    expect(timeline([{ name: 'plan', seconds: 0 }])[0]).toContain('█');
  });
});

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [4525, '4,525 bytes'],
  [52_428_800, '50.0 MiB'],
  [3 * 1024 ** 3, '3.0 GiB'],
])('%i bytes', (bytes, text) => expect(sized(bytes)).toBe(text));

test.each([
  [0.0042, '4 ms'],
  [2.84, '2.84 s'],
  [75.31, '75.3 s'],
])('%f seconds', (seconds, text) => expect(lasted(seconds)).toBe(text));

describe('a listing', () => {
  const listing: RepositoryListing = {
    schema_version: 1,
    repository_type: 'local',
    repository_location: '/srv/tars',
    latest: 'v1.0.3',
    releases: [
      { version: 'v1.0.4', timestamp: '2026-11-23T00:00:00Z', artifacts: 3, artifacts_removed: true },
      { version: 'v1.0.3', timestamp: '2026-11-22T00:00:00Z', artifacts: 1, artifacts_removed: false },
    ],
    rollbacks: [
      {
        rollback_id: 'a1b2c3d4',
        version: 'v1.0.4',
        rollback_type: 'artifacts_only',
        time: '2026-11-23T01:00:00Z',
        backup_path: '.rollback-backups/x/',
        state: 'rolled_back',
        can_restore: true,
      },
      {
        rollback_id: 'ffffffff',
        version: 'v1.0.2',
        rollback_type: 'full',
        time: '2026-11-20T01:00:00Z',
        backup_path: '',
        state: 'rolled_back',
        can_restore: false,
      },
    ],
    open: null,
    warnings: [],
  };

  test('for people', async () => {
    await expect(listingText(listing)).toMatchFileSnapshot('../golden/report/listing.txt');
  });

  test('of an empty repository, and of one with an open operation', () => {
    const empty = { ...listing, latest: '', releases: [], rollbacks: [] };
    expect(listingText(empty)).toContain(
      'Latest:     none\n\nReleases (0)\n  none\n\nRollbacks (0)\n  none\n',
    );
    const open = { operation: 'rollback', version: 'v1.0.2', rollback_id: 'a1b2c3d4', began: 'now' } as never;
    expect(listingText({ ...empty, open })).toContain(
      'Open: rollback of v1.0.2 (rollback id a1b2c3d4), begun now',
    );
    const reach = {
      repository_type: 's3',
      repository_location: 's3://tars',
      repository_options: { 'repository-bucket': 'tars', 's3-force-path-style': 'true' },
    } as const;
    expect(listingText({ ...empty, open }, reach)).toContain(
      'If its run is dead: release-rollback recover --repository-type s3 --repository-bucket tars --s3-force-path-style\n',
    );
  });
});
