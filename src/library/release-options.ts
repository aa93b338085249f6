import { failure } from '../domain/errors.ts';
import { POLICY_MODES, type PolicyModeName, type RollbackTypeName } from '../domain/types.ts';
import { namedProblems, type OptionNames, readNamed } from '../request/named-options.ts';
import { misspelt, OptionReader } from '../request/option-reader.ts';
import { readRestore, readRollback } from '../request/parse.ts';
import type { RestoreRequest, RollbackRequest } from '../request/request.ts';
import type { Repository } from './repository.ts';
import { identity } from './requests.ts';

export interface OrchestratorOptions {
  readonly repository: Repository;
  /** Default: strict. */
  readonly policyMode?: PolicyModeName;
  readonly signAuditLogs?: boolean;
  /** RSA private key of at least 3072 bits, PEM text; without one a key of this machine is made once. */
  readonly signingKey?: string;
}

export interface RollbackReleaseOptions {
  readonly version: string;
  /** Default: full. */
  readonly rollbackType?: RollbackTypeName;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  /** Default: true. */
  readonly createBackup?: boolean;
  /** A file whose folder is not given is not written. */
  readonly auditOutputDir?: string;
  readonly manifestOutputDir?: string;
  /** At most 2000 characters, of control characters only tabs and line ends. */
  readonly reason?: string;
}

export interface RestoreReleaseOptions
  extends Pick<RollbackReleaseOptions, 'dryRun' | 'auditOutputDir' | 'manifestOutputDir' | 'reason'> {
  /** One of the two is needed. */
  readonly version?: string;
  readonly rollbackId?: string;
}

const COMMON_NAMES = {
  version: ['version', 'string'],
  dryRun: ['dry-run', 'boolean'],
  auditOutputDir: ['audit-output-dir', 'string'],
  manifestOutputDir: ['manifest-output-dir', 'string'],
  reason: ['reason', 'string'],
} as const satisfies OptionNames;

const ROLLBACK_NAMES = {
  ...COMMON_NAMES,
  rollbackType: ['rollback-type', 'string'],
  force: ['force', 'boolean'],
  createBackup: ['create-backup', 'boolean'],
} as const satisfies OptionNames & Record<keyof RollbackReleaseOptions, unknown>;

const RESTORE_NAMES = {
  ...COMMON_NAMES,
  rollbackId: ['rollback-id', 'string'],
} as const satisfies OptionNames & Record<keyof RestoreReleaseOptions, unknown>;

const ORCHESTRATOR_KINDS = { policyMode: 'string', signAuditLogs: 'boolean', signingKey: 'string' } as const;

/** What is asked for, and where its files go. */
export interface ReleaseOrder<Request> {
  readonly request: Request;
  readonly manifestDir: string | undefined;
  readonly auditDir: string | undefined;
}

/** The same checks as the commands have. Throws BAD_INPUT with every problem. */
export const rollbackOrder = (given: unknown, policyMode: PolicyModeName): ReleaseOrder<RollbackRequest> =>
  parseNamed(given, ROLLBACK_NAMES, (reader) => ({
    request: { ...readRollback(reader, identity()), policyMode },
    ...readFolders(reader),
  }));

export const restoreOrder = (given: unknown): ReleaseOrder<RestoreRequest> =>
  parseNamed(given, RESTORE_NAMES, (reader) => ({
    request: readRestore(reader, identity()),
    ...readFolders(reader),
  }));

/** Throws BAD_INPUT for names that there are not and values of another type, `force: 'yes'` for one. */
export function parseNamed<T>(given: unknown, names: OptionNames, read: (reader: OptionReader) => T): T {
  const { raw, label, problems } = readNamed(given, names);
  const reader = new OptionReader(raw, label);
  const order = read(reader);
  throwProblems([...problems, ...reader.problems]);
  return order;
}

export function throwProblems([first, ...details]: readonly string[]): void {
  if (first !== undefined) throw failure('BAD_INPUT', first, { details });
}

/** Throws BAD_INPUT; options of JavaScript callers are as hostile as any. */
export function checkOrchestratorOptions(given: OrchestratorOptions): void {
  const { repository, ...rest } = { ...given };
  const { policyMode: mode } = rest;
  const misnamed = typeof mode === 'string' && !POLICY_MODES.includes(mode);
  throwProblems([
    ...namedProblems(rest, ORCHESTRATOR_KINDS),
    ...repositoryProblems(repository),
    ...(misnamed ? [`policyMode: ${misspelt(mode, POLICY_MODES)}`] : []),
    ...(rest.signingKey !== undefined && rest.signAuditLogs === undefined
      ? ['signingKey: is of use only with signAuditLogs']
      : []),
  ]);
}

/** Throws BAD_INPUT when it is none that `RepositoryFactory.create` made. */
export const checkRepository = (repository: unknown): void => throwProblems(repositoryProblems(repository));

function repositoryProblems(repository: unknown): readonly string[] {
  const made = typeof repository === 'object' && repository !== null && 'open' in repository;
  return made ? [] : ['repository: is required; RepositoryFactory.create makes it'];
}

function readFolders(reader: OptionReader) {
  return { manifestDir: reader.path('manifest-output-dir'), auditDir: reader.path('audit-output-dir') };
}
