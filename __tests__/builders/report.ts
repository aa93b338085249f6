import type { OperationManifest } from '../../src/domain/manifest.ts';
import type { RollbackReport } from '../../src/domain/report.ts';

export const TIMESTAMP = '2026-11-23T09:30:00.000Z';
export const ROLLBACK_ID = 'a1b2c3d4';

/** Paths as a release of `count` artifacts has them. */
export const artifactPaths = (count: number, version = 'v1.0.2'): readonly string[] =>
  [
    'README.md',
    'manifest.json',
    ...Array.from({ length: Math.max(0, count - 2) }, (_, i) => `bin/tool-${i + 1}`),
  ]
    .slice(0, count)
    .map((name) => `${version}/${name}`);

/** The report of a full rollback that went well; every test changes what it is about. */
export function aReport(change: Partial<RollbackReport> = {}): RollbackReport {
  return {
    schema_version: 1,
    operation: 'rollback',
    version: 'v1.0.2',
    status: 'success',
    timestamp: TIMESTAMP,
    rollback_type: 'full',
    rollback_id: ROLLBACK_ID,
    repository_type: 'local',
    repository_location: '/srv/tars/artifacts',
    policy_mode: 'strict',
    dry_run: false,
    version_exists: true,
    policy_passed: true,
    dependencies_satisfied: true,
    artifacts_removed: artifactPaths(6),
    total_artifacts_removed: 6,
    total_bytes_freed: 4525,
    rollback_duration_seconds: 0.284,
    index_updated: true,
    backup_created: true,
    manifest_created: true,
    audit_log_created: true,
    audit_log_signed: true,
    warnings: [],
    errors: [],
    exit_code: 0,
    summary: 'v1.0.2 was rolled back: 6 artifacts and its index entry are out; v1.0.1 is the latest release',
    backup_path: '.rollback-backups/v1.0.2-20261123_093000-a1b2c3d4/',
    previous_latest: 'v1.0.2',
    new_latest: 'v1.0.1',
    forced: false,
    superseded: false,
    notes: ['v1.0.2 was the latest release when this run began'],
    stages: [
      { name: 'preflight', seconds: 0.021 },
      { name: 'policy', seconds: 0.009 },
      { name: 'plan', seconds: 0.004 },
      { name: 'backup', seconds: 0.03 },
      { name: 'index', seconds: 0.05 },
      { name: 'artifacts', seconds: 0.08 },
      { name: 'verify', seconds: 0.03 },
      { name: 'manifest', seconds: 0.01 },
      { name: 'audit', seconds: 0.05 },
    ],
    changed: true,
    advice: '',
    can_restore: true,
    estimated_duration_seconds: 1.5,
    evidence: {
      manifest: '/srv/out/v1.0.2.rollback-manifest.json',
      audit: '/srv/out/v1.0.2.rollback-audit.json',
      signature: '/srv/out/v1.0.2.rollback-audit.sig',
    },
    ...change,
  };
}

/** The guide's dry run: 42 artifacts, nothing done. */
export function aDryRun(change: Partial<RollbackReport> = {}): RollbackReport {
  return aReport({
    status: 'dry_run',
    dry_run: true,
    rollback_id: '',
    artifacts_removed: artifactPaths(42),
    total_artifacts_removed: 42,
    total_bytes_freed: 52_428_800,
    manifest_created: false,
    audit_log_created: false,
    audit_log_signed: false,
    backup_path: '',
    changed: false,
    summary: 'Dry run: v1.0.2 would be rolled back',
    stages: [
      { name: 'preflight', seconds: 0.02 },
      { name: 'policy', seconds: 0.01 },
      { name: 'plan', seconds: 0.004 },
    ],
    evidence: {},
    ...change,
  });
}

/** A policy refusal: nothing was changed. */
export function aFailure(change: Partial<RollbackReport> = {}): RollbackReport {
  return aReport({
    status: 'failed',
    rollback_id: '',
    policy_passed: false,
    artifacts_removed: [],
    total_artifacts_removed: 0,
    total_bytes_freed: 0,
    index_updated: false,
    backup_created: false,
    manifest_created: false,
    audit_log_created: false,
    audit_log_signed: false,
    errors: ['index.json lists v1.0.2 2 times'],
    exit_code: 41,
    error_code: 'POLICY_VIOLATION',
    summary: 'A policy check failed; nothing was changed',
    backup_path: '',
    new_latest: 'v1.0.2',
    changed: false,
    advice:
      'Read the violations; fix them, or run again with --force or --policy lenient if they are understood.',
    can_restore: false,
    stages: [
      { name: 'preflight', seconds: 0.02 },
      { name: 'policy', seconds: 0.01 },
    ],
    notes: [],
    evidence: {},
    ...change,
  });
}

/** What an operation is bound to. */
export function aManifest(change: Partial<OperationManifest> = {}): OperationManifest {
  return {
    schema_version: 1,
    operation: 'rollback',
    operation_id: 'a1b2c3d4-0000-4000-8000-000000000000',
    rollback_id: ROLLBACK_ID,
    version: 'v1.0.2',
    rollback_type: 'full',
    created_at: TIMESTAMP,
    create_backup: true,
    backup_method: 'rename',
    reason: 'crashes at start',
    backup_path: '.rollback-backups/v1.0.2-20261123_093000-a1b2c3d4/',
    artifacts: [
      { path: 'v1.0.2/README.md', type: 'file', size: 12, revision: '1-2-3', mode: 0o644, listed: true },
      {
        path: 'v1.0.2/latest',
        type: 'symlink',
        size: 0,
        revision: '1-2-4',
        target: 'README.md',
        listed: false,
      },
    ],
    entries: [],
    index_revision: '9-9-9',
    folder_present: true,
    ...change,
  };
}
