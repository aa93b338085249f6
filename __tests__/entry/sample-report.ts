import type { DoctorReport } from '../../src/domain/doctor-report.ts';
import type { RollbackReport } from '../../src/domain/report.ts';

export function sampleReport(changes: Partial<RollbackReport> = {}): RollbackReport {
  return {
    schema_version: 1,
    operation: 'rollback',
    version: 'v1.0.2',
    status: 'success',
    timestamp: '2026-11-23T09:00:00.000Z',
    rollback_type: 'full',
    rollback_id: 'a1b2c3d4',
    repository_type: 'local',
    repository_location: '/srv/tars',
    policy_mode: 'strict',
    dry_run: false,
    version_exists: true,
    policy_passed: true,
    dependencies_satisfied: true,
    artifacts_removed: ['v1.0.2/README.md', 'v1.0.2/manifest.json'],
    total_artifacts_removed: 2,
    total_bytes_freed: 1234,
    rollback_duration_seconds: 0.5,
    index_updated: true,
    backup_created: true,
    manifest_created: true,
    audit_log_created: true,
    audit_log_signed: false,
    warnings: [],
    errors: [],
    exit_code: 0,
    summary: 'Rolled back v1.0.2',
    backup_path: '.rollback-backups/v1.0.2-20261123_090000-a1b2c3d4/',
    previous_latest: 'v1.0.2',
    new_latest: 'v1.0.1',
    forced: false,
    superseded: false,
    notes: [],
    stages: [{ name: 'plan', seconds: 0.01 }],
    changed: true,
    advice: '',
    can_restore: true,
    estimated_duration_seconds: 1.5,
    evidence: { manifest: '/out/v1.0.2.rollback-manifest.json', audit: '/out/v1.0.2.rollback-audit.json' },
    ...changes,
  };
}

export function sampleDoctorReport(): DoctorReport {
  return {
    schema_version: 1,
    repository_type: 'local',
    repository_location: '/srv/tars',
    checks: [
      { name: 'repository', result: 'ok', detail: 'it is there', advice: '' },
      { name: 'log', result: 'warning', detail: 'an operation is open', advice: 'Run recover.' },
      { name: 'signing key', result: 'skipped', detail: 'signing is not asked for', advice: '' },
    ],
    exit_code: 0,
  };
}
