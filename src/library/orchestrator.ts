import { type ReportFileOptions, writeReportFiles } from '../adapters/evidence/report-files.ts';
import { machineKeyFilesIn, RsaPssSigner } from '../adapters/sign/rsa-pss-signer.ts';
import { stateFolder, stateFolderIfAny } from '../adapters/sign/state-folder.ts';
import { asRollbackError } from '../domain/errors.ts';
import type { RollbackReport } from '../domain/report.ts';
import { printable } from '../domain/version.ts';
import { ReportDraft } from '../engine/draft.ts';
import { type EngineContext, restore, rollback } from '../engine/mod.ts';
import { withReach } from '../request/repository-reach.ts';
import {
  checkOrchestratorOptions,
  type OrchestratorOptions,
  type ReleaseOrder,
  type RestoreReleaseOptions,
  type RollbackReleaseOptions,
  restoreOrder,
  rollbackOrder,
} from './release-options.ts';
import { contextOf, SILENT } from './requests.ts';

/** The whole way, from policy to report (guide, "RollbackOrchestrator"). */
export class RollbackOrchestrator {
  readonly #options: OrchestratorOptions;

  /** Throws RollbackError (49) for options that there are not, or that are of another type. */
  constructor(options: OrchestratorOptions) {
    checkOrchestratorOptions(options);
    this.#options = { ...options };
  }

  /** Always answers with a report, whose `exit_code` tells the final state; never throws. */
  async rollbackRelease(options: RollbackReleaseOptions): Promise<RollbackReport> {
    return this.#report('rollback', options, async () => {
      const order = rollbackOrder(options, this.#options.policyMode ?? 'strict');
      return rollback(order.request, await this.#context(order));
    });
  }

  /** Brings back what a rollback took. Always answers with a report; never throws. */
  async restoreRelease(options: RestoreReleaseOptions): Promise<RollbackReport> {
    return this.#report('restore', options, async () => {
      const order = restoreOrder(options);
      return restore(order.request, await this.#context(order));
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
    const folder = stateFolderIfAny();
    const keys = folder === undefined ? [] : machineKeyFilesIn(folder);
    return options.type === 'local'
      ? { keys, forbidden: { repositoryRoot: options.path, version } }
      : { keys };
  }

  async #context({ manifestDir, auditDir }: ReleaseOrder<unknown>): Promise<EngineContext> {
    const { repository, signAuditLogs, signingKey } = this.#options;
    const source =
      signingKey === undefined
        ? ({ kind: 'machine', folder: stateFolder() } as const)
        : ({ kind: 'pem', pem: signingKey, name: 'signingKey' } as const);
    const signer = signAuditLogs === true ? new RsaPssSigner(source) : undefined;
    return contextOf(repository, { manifestDir, auditDir, signer });
  }

  async #report(
    operation: 'rollback' | 'restore',
    options: unknown,
    work: () => Promise<RollbackReport>,
  ): Promise<RollbackReport> {
    const { repository, policyMode = 'strict' } = this.#options;
    try {
      return withReach(await work(), repository.options);
    } catch (thrown) {
      const store = { type: repository.type, location: repository.location } as EngineContext['store'];
      const parts = { store, clock: repository.clock, reporter: SILENT } as EngineContext;
      const about = { operation, policy_mode: policyMode, ...aboutOf(options) };
      const draft = new ReportDraft(parts, about);
      return withReach(draft.fail(asRollbackError(thrown)), repository.options);
    }
  }
}

/** What can be told of options that are no order. */
function aboutOf(options: unknown): { version: string; dry_run: boolean } {
  const { version, dryRun } = (options ?? {}) as { version?: unknown; dryRun?: unknown };
  return { version: typeof version === 'string' ? printable(version) : '', dry_run: dryRun === true };
}
