/** The guide's names for policies, types and states. */
export declare const RollbackPolicy: {
    readonly STRICT: 'strict';
    readonly LENIENT: 'lenient';
};
export declare const RollbackType: {
    readonly FULL: 'full';
    readonly ARTIFACTS_ONLY: 'artifacts_only';
    readonly INDEX_ONLY: 'index_only';
};
export declare const RollbackStatus: {
    readonly SUCCESS: 'success';
    readonly FAILED: 'failed';
    readonly DRY_RUN: 'dry_run';
    readonly PARTIAL: 'partial';
};
