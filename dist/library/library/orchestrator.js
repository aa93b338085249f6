import { homedir } from 'node:os';
import { join } from 'node:path';
import { writeReportFiles } from '../adapters/evidence/report-files.js';
import { RsaPssSigner } from '../adapters/sign/rsa-pss-signer.js';
import { asRollbackError, failure } from '../domain/errors.js';
import { ReportDraft } from '../engine/draft.js';
import { restore, rollback } from '../engine/mod.js';
import { withReach } from '../request/repository-reach.js';
import { actor, COMMON, checkMode, checkType, checkVersion, contextOf, rollbackRequest } from './requests.js';
/** The whole way, from policy to report (guide, "RollbackOrchestrator"). */
export class RollbackOrchestrator {
    #options;
    constructor(options) {
        checkMode(options.policyMode ?? 'strict');
        this.#options = options;
    }
    /** Always answers with a report, whose `exit_code` tells the final state; never throws. */
    async rollbackRelease(options) {
        return this.#report('rollback', options.version, async () => {
            const request = rollbackRequest(checkVersion(options.version), checkType(options.rollbackType ?? 'full'), {
                policyMode: this.#options.policyMode ?? 'strict',
                dryRun: options.dryRun ?? false,
                force: options.force ?? false,
                createBackup: options.createBackup ?? true,
                reason: options.reason ?? '',
            });
            return rollback(request, await this.#context(options));
        });
    }
    /** Brings back what a rollback took. Always answers with a report; never throws. */
    async restoreRelease(options) {
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
            };
            return restore(request, await this.#context(options));
        });
    }
    /** Writes the report as JSON. Throws RollbackManifestError (48). */
    async generateJsonReport(report, path) {
        await writeReportFiles(report, { json: path });
    }
    /** Writes the report as text. Throws RollbackManifestError (48). */
    async generateTextReport(report, path) {
        await writeReportFiles(report, { text: path });
    }
    async #context(options) {
        const { repository, signAuditLogs, signingKey } = this.#options;
        const source = signingKey === undefined
            ? { kind: 'machine', folder: join(homedir(), '.local', 'state', 'release-rollback') }
            : { kind: 'pem', pem: signingKey, name: 'signingKey' };
        return contextOf(repository, {
            manifestDir: options.manifestOutputDir,
            auditDir: options.auditOutputDir,
            signer: signAuditLogs === true ? new RsaPssSigner(source) : undefined,
        });
    }
    async #report(operation, version, work) {
        const { repository } = this.#options;
        try {
            return withReach(await work(), repository.options);
        }
        catch (thrown) {
            const store = { type: repository.type, location: repository.location };
            const parts = { store, clock: repository.clock };
            const draft = new ReportDraft(parts, { operation, version: String(version) });
            return withReach(draft.fail(asRollbackError(thrown)), repository.options);
        }
    }
}
