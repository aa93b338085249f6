import { homedir } from 'node:os';
import { join } from 'node:path';
import { type ReportFileOptions, writeReportFiles } from '../adapters/evidence/report-files.ts';
import { RsaPssSigner } from '../adapters/sign/rsa-pss-signer.ts';
import { asRollbackError, failure } from '../domain/errors.ts';
import type { RollbackReport } from '../domain/report.ts';
import type { PolicyModeName, RollbackTypeName } from '../domain/types.ts';
import { ReportDraft } from '../engine/draft.ts';
import { type EngineContext, restore, rollback } from '../engine/mod.ts';
import { withReach } from '../request/repository-reach.ts';
import type { Repository } from './repository.ts';
import { actor, COMMON, checkMode, checkType, checkVersion, contextOf, rollbackRequest } from './requests.ts';

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
  readonly reason?: string;
}

export interface RestoreReleaseOptions
  extends Pick<RollbackReleaseOptions, 'dryRun' | 'auditOutputDir' | 'manifestOutputDir' | 'reason'> {
  /** One of the two is needed. */
  readonly version?: string;
  readonly rollbackId?: string;
}

/** The whole way, from policy to report (guide, "RollbackOrchestrator"). */
export class RollbackOrchestrator {
  readonly #options: OrchestratorOptions;

  constructor(options: OrchestratorOptions) {
    checkMode(options.policyMode ?? 'strict');
    this.#options = options;
  }

  /** Always answers with a report, whose `exit_code` tells the final state; never throws. */
  async rollbackRelease(options: RollbackReleaseOptions): Promise<RollbackReport> {
    return this.#report('rollback', options.version, async () => {
      const request = rollbackRequest(
        checkVersion(options.version),
        checkType(options.rollbackType ?? 'full'),
        {
          policyMode: this.#options.policyMode ?? 'strict',
          dryRun: options.dryRun ?? false,
          force: options.force ?? false,
          createBackup: options.createBackup ?? true,
          reason: options.reason ?? '',
        },
      );
      return rollback(request, await this.#context(options));
    });
  }

  /** Brings back what a rollback took. Always answers with a report; never throws. */
  async restoreRelease(options: RestoreReleaseOptions): Promise<RollbackReport> {
    return this.#report('restore', options.version ?? '', async () => {
      if (options.version === undefined && options.rollbackId === undefined) {
        throw failure('BAD_INPUT', 'A restore needs a version or a rollback id');
      }
      const version = options.version === undefined ? undefined : checkVersion(options.version);
      const { dryRun = false, reason = '', rollbackId } = options;
      const request = {
        operation: 'restore',
        ...COMMON,
        actor: actor(),
        version,
        rollbackId,
        dryRun,
        reason,
      } as const;
      return restore(request, await this.#context(options));
    });
  }

  /** Writes the report as JSON. Throws RollbackManifestError (48); RollbackError (49) for a place in the repository. */
  async generateJsonReport(report: RollbackReport, path: string): Promise<void> {
    await writeReportFiles(report, { json: path }, this.#reportOptions(report));
  }

  /** Writes the report as text. Throws the same. */
  async generateTextReport(report: RollbackReport, path: string): Promise<void> {
    await writeReportFiles(report, { text: path }, this.#reportOptions(report));
  }

  #reportOptions({ version }: RollbackReport): ReportFileOptions {
    const { options } = this.#options.repository;
    return options.type === 'local' ? { forbidden: { repositoryRoot: options.path, version } } : {};
  }

  async #context(
    options: Pick<RollbackReleaseOptions, 'auditOutputDir' | 'manifestOutputDir'>,
  ): Promise<EngineContext> {
    const { repository, signAuditLogs, signingKey } = this.#options;
    const source =
      signingKey === undefined
        ? ({ kind: 'machine', folder: join(homedir(), '.local', 'state', 'release-rollback') } as const)
        : ({ kind: 'pem', pem: signingKey, name: 'signingKey' } as const);
    return contextOf(repository, {
      manifestDir: options.manifestOutputDir,
      auditDir: options.auditOutputDir,
      signer: signAuditLogs === true ? new RsaPssSigner(source) : undefined,
    });
  }

  async #report(
    operation: 'rollback' | 'restore',
    version: string,
    work: () => Promise<RollbackReport>,
  ): Promise<RollbackReport> {
    const { repository } = this.#options;
    try {
      return withReach(await work(), repository.options);
    } catch (thrown) {
      const store = { type: repository.type, location: repository.location } as EngineContext['store'];
      const parts = { store, clock: repository.clock } as EngineContext;
      const draft = new ReportDraft(parts, { operation, version: String(version) });
      return withReach(draft.fail(asRollbackError(thrown)), repository.options);
    }
  }
}
