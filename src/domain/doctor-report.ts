import type { RepositoryTypeName } from './types.ts';

export type DoctorResult = 'ok' | 'warning' | 'failed' | 'skipped';

/** One thing that `doctor` looked at. */
export interface DoctorCheck {
  /** What it is about, e.g. `repository`, `index`. */
  readonly name: string;
  readonly result: DoctorResult;
  /** What was found. */
  readonly detail: string;
  /** What to do about it; empty when there is nothing to do. */
  readonly advice: string;
}

/** What `doctor` found: whether a rollback could work here and now. */
export interface DoctorReport {
  readonly schema_version: 1;
  readonly repository_type: RepositoryTypeName;
  readonly repository_location: string;
  readonly checks: readonly DoctorCheck[];
  /** 0 when nothing failed, else the code of the first check that did. */
  readonly exit_code: number;
}
