import * as core from '@actions/core';
import type { DoctorReport } from '../../domain/doctor-report.ts';
import type { RollbackReport } from '../../domain/report.ts';
import { doctorVerdict } from '../../report/doctor.ts';
import { withoutFileLists } from '../../report/json-report.ts';

/** Where the report and the workflow artifact went; empty when there is none. */
export interface Delivery {
  readonly reportPath: string;
  readonly artifactId: string;
  readonly artifactUrl: string;
}

/** The Action's outputs, on failure, too. A test compares their names with action.yml. */
export function outputsOf(report: RollbackReport, delivery: Delivery): Readonly<Record<string, string>> {
  return {
    status: report.status,
    'exit-code': String(report.exit_code),
    'rollback-id': report.rollback_id,
    changed: String(report.changed),
    'dry-run': String(report.dry_run),
    'artifacts-removed': String(report.total_artifacts_removed),
    'bytes-freed': String(report.total_bytes_freed),
    'index-updated': String(report.index_updated),
    'backup-path': absoluteBackup(report),
    'manifest-path': report.evidence.manifest ?? '',
    'audit-log-path': report.evidence.audit ?? '',
    'audit-signature-path': report.evidence.signature ?? '',
    'report-path': delivery.reportPath,
    'previous-latest': report.previous_latest,
    'new-latest': report.new_latest,
    'artifact-id': delivery.artifactId,
    'artifact-url': delivery.artifactUrl,
    message: report.summary,
    report: JSON.stringify(withoutFileLists(report)),
  };
}

/** Throws in words when GITHUB_OUTPUT can't be written. */
export function setOutputs(report: RollbackReport, delivery: Delivery): void {
  for (const [name, value] of Object.entries(outputsOf(report, delivery))) core.setOutput(name, value);
}

/** What `doctor` sets: the outputs that make sense without a release. Throws as `setOutputs`. */
export function doctorOutputs(report: DoctorReport, reportPath: string): Readonly<Record<string, string>> {
  return {
    status: report.exit_code === 0 ? 'success' : 'failed',
    'exit-code': String(report.exit_code),
    'report-path': reportPath,
    message: doctorVerdict(report),
  };
}

export function setDoctorOutputs(report: DoctorReport, reportPath: string): void {
  for (const [name, value] of Object.entries(doctorOutputs(report, reportPath))) core.setOutput(name, value);
}

/** In the report it is relative to the repository; a later step wants to find it (path outputs are absolute). */
function absoluteBackup({ backup_path, repository_location }: RollbackReport): string {
  return backup_path === '' ? '' : `${repository_location.replace(/\/$/, '')}/${backup_path}`;
}
