import { describe, expect, test } from 'vitest';
import type { RollbackReport } from '../../src/domain/report.ts';
import { closingLines } from '../../src/report/console.ts';
import { dryRunText } from '../../src/report/dry-run.ts';
import { encodeReport } from '../../src/report/json-report.ts';
import { jobSummary } from '../../src/report/summary.ts';
import { textReport } from '../../src/report/text-report.ts';
import { aDryRun, aFailure, aReport, artifactPaths } from '../builders/report.ts';

const WARNINGS = [
  'Version v1.0.2 not found in index (index may be inconsistent)',
  'No artifacts found for v1.0.2 (may already be rolled back)',
];

/** Every ending that reads differently. */
const REPORTS: Readonly<Record<string, RollbackReport>> = {
  success: aReport(),
  failure: aFailure(),
  'dry-run': aDryRun(),
  'dry-run-failure': aFailure({
    dry_run: true,
    exit_code: 47,
    would_exit_code: 42,
    error_code: 'DRY_RUN',
    dependencies_satisfied: false,
    errors: ['v1.0.3 depends on v1.0.2'],
    summary: 'v1.0.3 depends on v1.0.2',
    advice: 'Roll the depending release back first, or run again with --force if breaking it is intended.',
  }),
  lenient: aReport({
    policy_mode: 'lenient',
    rollback_id: '',
    version_exists: false,
    policy_passed: false,
    artifacts_removed: [],
    total_artifacts_removed: 0,
    total_bytes_freed: 0,
    index_updated: false,
    backup_created: false,
    backup_path: '',
    changed: false,
    can_restore: false,
    warnings: WARNINGS,
    notes: [],
    new_latest: 'v1.0.1',
    previous_latest: 'v1.0.1',
    index_marked: false,
    summary: 'Nothing was left to do for v1.0.2',
    evidence: {},
  }),
  restore: aReport({
    operation: 'restore',
    previous_latest: 'v1.0.1',
    new_latest: 'v1.0.2',
    can_restore: false,
    backup_created: false,
    notes: [],
    summary: 'v1.0.2 was restored: 6 artifacts and its index entry are back',
    evidence: { manifest: '/srv/out/v1.0.2.restore-manifest.json' },
  }),
  'artifacts-only-no-backup': aReport({
    rollback_type: 'artifacts_only',
    index_updated: false,
    index_marked: true,
    backup_created: false,
    backup_path: '',
    can_restore: false,
    forced: true,
    policy_passed: false,
    artifacts_removed: artifactPaths(42),
    total_artifacts_removed: 42,
    total_bytes_freed: 52_428_800,
    warnings: ['No backup is made: this rollback cannot be restored'],
  }),
  partial: aReport({
    status: 'partial',
    exit_code: 49,
    error_code: 'UNREACHABLE',
    changed: 'unknown',
    repository_type: 's3',
    repository_location: 's3://tars-releases/production',
    errors: ['The store is out of reach: no answer within 20 s'],
    advice: 'Check the network and credentials, then run `release-rollback recover`.',
    summary: 'The store is out of reach',
    evidence: {},
  }),
  recover: aReport({
    operation: 'recover',
    summary: 'Finished the rollback of v1.0.2 that ci/4711 left',
    notes: [],
  }),
};

const golden = (name: string): string => `../golden/report/${name}`;

describe.each(Object.entries(REPORTS))('%s', (name, report) => {
  test('as text', async () => {
    await expect(textReport(report)).toMatchFileSnapshot(golden(`${name}.txt`));
  });

  test('as JSON', async () => {
    await expect(new TextDecoder().decode(encodeReport(report))).toMatchFileSnapshot(golden(`${name}.json`));
  });

  test('as a job summary', async () => {
    const extras = {
      artifactName: 'rollback-v1.0.2-a1b2c3d4-1',
      artifactUrl: 'https://github.com/o/r/actions/runs/1/artifacts/2',
    };
    await expect(jobSummary(report, extras)).toMatchFileSnapshot(golden(`${name}.md`));
  });

  test('on a terminal', async () => {
    const { warnings, results, problems } = closingLines(report, { color: false });
    const text = ['[stdout]', ...warnings, ...results, '[stderr]', ...problems, ''].join('\n');
    await expect(text).toMatchFileSnapshot(golden(`${name}.console.txt`));
  });
});

const DRY_RUNS = Object.entries(REPORTS).filter(([, report]) => report.dry_run);
test.each(DRY_RUNS)('%s as the guide’s block', async (name, report) => {
  await expect(dryRunText(report)).toMatchFileSnapshot(golden(`${name}.block.txt`));
});
