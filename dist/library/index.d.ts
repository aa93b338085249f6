/** The public API: the guide's names, thin over the engine. */
export { RollbackAlreadyRolledBackError, RollbackAtomicError, RollbackBackupError, RollbackDependencyError, RollbackDryRunError, RollbackError, RollbackIndexError, RollbackManifestError, RollbackPolicyViolationError, RollbackVersionNotFoundError, } from './domain/errors.ts';
export type { RollbackManifest } from './domain/manifest.ts';
export type { AuditLog, AuditSignature, RollbackReport } from './domain/report.ts';
export { RollbackRepositoryAdapter } from './library/adapter.ts';
export { RollbackPolicy, RollbackStatus, RollbackType } from './library/names.ts';
export { RollbackOrchestrator } from './library/orchestrator.ts';
export { type ExecutedManifest, RollbackExecutor, type RollbackPlan, RollbackPlanner, RollbackPolicyEngine, } from './library/planning.ts';
export type { OrchestratorOptions, RestoreReleaseOptions, RollbackReleaseOptions, } from './library/release-options.ts';
export { type Repository, RepositoryFactory } from './library/repository.ts';
export type { RepositoryConfig, RepositoryType } from './library/repository-config.ts';
export type { GcsRepositoryOptions, LocalRepositoryOptions, RepositoryOptions, S3RepositoryOptions, } from './request/request.ts';
