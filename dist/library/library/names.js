/** The guide's names for policies, types and states. */
export const RollbackPolicy = { STRICT: 'strict', LENIENT: 'lenient' };
export const RollbackType = {
    FULL: 'full',
    ARTIFACTS_ONLY: 'artifacts_only',
    INDEX_ONLY: 'index_only',
};
export const RollbackStatus = {
    SUCCESS: 'success',
    FAILED: 'failed',
    DRY_RUN: 'dry_run',
    PARTIAL: 'partial',
};
