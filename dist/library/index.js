/** The public API: the guide's names, thin over the engine. */
export { RollbackAlreadyRolledBackError, RollbackAtomicError, RollbackBackupError, RollbackDependencyError, RollbackDryRunError, RollbackError, RollbackIndexError, RollbackManifestError, RollbackPolicyViolationError, RollbackVersionNotFoundError, } from './domain/errors.js';
export { RollbackRepositoryAdapter } from './library/adapter.js';
export { RollbackPolicy, RollbackStatus, RollbackType } from './library/names.js';
export { RollbackOrchestrator } from './library/orchestrator.js';
export { RollbackExecutor, RollbackPlanner, RollbackPolicyEngine, } from './library/planning.js';
export { RepositoryFactory } from './library/repository.js';
