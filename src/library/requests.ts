import { userInfo } from 'node:os';
import { FileEvidenceWriter } from '../adapters/evidence/file-evidence.ts';
import { LocalHost } from '../adapters/host/local-host.ts';
import { failure } from '../domain/errors.ts';
import { POLICY_MODES, type PolicyModeName, ROLLBACK_TYPES, type RollbackTypeName } from '../domain/types.ts';
import { printable, type Version, versionProblem } from '../domain/version.ts';
import type { EngineContext } from '../engine/mod.ts';
import type { EvidenceWriter } from '../ports/evidence.ts';
import type { Reporter } from '../ports/reporter.ts';
import type { Signer } from '../ports/signer.ts';
import type { Identity } from '../request/parse.ts';
import type { RollbackRequest } from '../request/request.ts';
import type { Repository } from './repository.ts';

/** The library tells by what it returns, not on a console. */
export const SILENT: Reporter = {
  stageStarted: () => {},
  stageEnded: () => {},
  progress: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
};

export interface Outputs {
  readonly manifestDir?: string | undefined;
  readonly auditDir?: string | undefined;
  readonly signer?: Signer | undefined;
  /** Instead of files in the two folders. */
  readonly evidence?: EvidenceWriter | undefined;
}

export async function contextOf(repository: Repository, outputs: Outputs = {}): Promise<EngineContext> {
  return {
    store: await repository.open(),
    evidence:
      outputs.evidence ??
      new FileEvidenceWriter({
        manifestDir: outputs.manifestDir,
        auditDir: outputs.auditDir,
        repositoryRoot: repository.options.type === 'local' ? repository.options.path : undefined,
      }),
    signer: outputs.signer,
    clock: repository.clock,
    host: new LocalHost(),
    reporter: SILENT,
    cancelled: new AbortController().signal,
  };
}

/** Throws BAD_INPUT; versions of JavaScript callers are as hostile as any. */
export function checkVersion(version: unknown): Version {
  const problem = typeof version === 'string' ? versionProblem(version) : 'it is no string';
  if (problem !== undefined) {
    throw failure('BAD_INPUT', `'${printable(String(version))}' is not a version: ${problem}`);
  }
  return version as Version;
}

export function checkType(type: unknown): RollbackTypeName {
  if ((ROLLBACK_TYPES as readonly unknown[]).includes(type)) return type as RollbackTypeName;
  throw failure('BAD_INPUT', `Rollback type must be one of ${ROLLBACK_TYPES.join(', ')}`);
}

export function checkMode(mode: unknown): PolicyModeName {
  if ((POLICY_MODES as readonly unknown[]).includes(mode)) return mode as PolicyModeName;
  throw failure('BAD_INPUT', `Policy mode must be one of ${POLICY_MODES.join(', ')}`);
}

/** What every operation of the library is told besides its own options. */
export const COMMON = {
  dryRun: false,
  reason: '',
  lockTimeout: 120,
  fenceSeconds: 60,
  run: 'library',
} as const;

export const actor = (): string => {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
};

/** Who asks, for the log and the audit trail. */
export const identity = (): Identity => ({ actor: actor(), run: COMMON.run });

export function rollbackRequest(
  version: Version,
  rollbackType: RollbackTypeName,
  changes: Partial<RollbackRequest> = {},
): RollbackRequest {
  return {
    operation: 'rollback',
    ...COMMON,
    actor: actor(),
    version,
    rollbackType,
    policyMode: 'strict',
    force: false,
    createBackup: true,
    ...changes,
  };
}
