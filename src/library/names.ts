/** The guide's names for policies, types and states. */
export const RollbackPolicy = { STRICT: 'strict', LENIENT: 'lenient' } as const;
export const RollbackType = {
  FULL: 'full',
  ARTIFACTS_ONLY: 'artifacts_only',
  INDEX_ONLY: 'index_only',
} as const;
export const RollbackStatus = {
  SUCCESS: 'success',
  FAILED: 'failed',
  DRY_RUN: 'dry_run',
  PARTIAL: 'partial',
} as const;
