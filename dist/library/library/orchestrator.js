import { writeReportFiles } from '../adapters/evidence/report-files.js';
import { machineKeyFilesIn, RsaPssSigner } from '../adapters/sign/rsa-pss-signer.js';
import { stateFolder, stateFolderIfAny } from '../adapters/sign/state-folder.js';
import { asRollbackError } from '../domain/errors.js';
import { printable } from '../domain/version.js';
import { ReportDraft } from '../engine/draft.js';
import { restore, rollback } from '../engine/mod.js';
import { withReach } from '../request/repository-reach.js';
import { checkOrchestratorOptions, restoreOrder, rollbackOrder, } from './release-options.js';
import { contextOf, SILENT } from './requests.js';
/** The whole way, from policy to report (guide, "RollbackOrchestrator"). */
export class RollbackOrchestrator {
    #options;
    /** Throws RollbackError (49) for options that there are not, or that are of another type. */
    constructor(options) {
        checkOrchestratorOptions(options);
        this.#options = { ...options };
    }
    /** Always answers with a report, whose `exit_code` tells the final state; never throws. */
    async rollbackRelease(options) {
        return this.#report('rollback', options, async () => {
            const order = rollbackOrder(options, this.#options.policyMode ?? 'strict');
            return rollback(order.request, await this.#context(order));
        });
    }
    /** Brings back what a rollback took. Always answers with a report; never throws. */
    async restoreRelease(options) {
        return this.#report('restore', options, async () => {
            const order = restoreOrder(options);
            return restore(order.request, await this.#context(order));
        });
    }
    /** Writes the report as JSON. Throws RollbackManifestError (48); RollbackError (49) for a place in the repository. */
    async generateJsonReport(report, path) {
        await writeReportFiles(report, { json: path }, this.#reportOptions(report));
    }
    /** Writes the report as text. Throws the same. */
    async generateTextReport(report, path) {
        await writeReportFiles(report, { text: path }, this.#reportOptions(report));
    }
    #reportOptions({ version }) {
        const { options } = this.#options.repository;
        const folder = stateFolderIfAny();
        const keys = folder === undefined ? [] : machineKeyFilesIn(folder);
        return options.type === 'local'
            ? { keys, forbidden: { repositoryRoot: options.path, version } }
            : { keys };
    }
    async #context({ manifestDir, auditDir }) {
        const { repository, signAuditLogs, signingKey } = this.#options;
        const source = signingKey === undefined
            ? { kind: 'machine', folder: stateFolder() }
            : { kind: 'pem', pem: signingKey, name: 'signingKey' };
        const signer = signAuditLogs === true ? new RsaPssSigner(source) : undefined;
        return contextOf(repository, { manifestDir, auditDir, signer });
    }
    async #report(operation, options, work) {
        const { repository, policyMode = 'strict' } = this.#options;
        try {
            return withReach(await work(), repository.options);
        }
        catch (thrown) {
            const store = { type: repository.type, location: repository.location };
            const parts = { store, clock: repository.clock, reporter: SILENT };
            const about = { operation, policy_mode: policyMode, ...aboutOf(options) };
            const draft = new ReportDraft(parts, about);
            return withReach(draft.fail(asRollbackError(thrown)), repository.options);
        }
    }
}
/** What can be told of options that are no order. */
function aboutOf(options) {
    const { version, dryRun } = (options ?? {});
    return { version: typeof version === 'string' ? printable(version) : '', dry_run: dryRun === true };
}
