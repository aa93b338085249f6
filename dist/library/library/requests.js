import { userInfo } from 'node:os';
import { FileEvidenceWriter } from '../adapters/evidence/file-evidence.js';
import { LocalHost } from '../adapters/host/local-host.js';
import { failure } from '../domain/errors.js';
import { POLICY_MODES, ROLLBACK_TYPES } from '../domain/types.js';
import { printable, versionProblem } from '../domain/version.js';
/** The library tells by what it returns, not on a console. */
export const SILENT = {
    stageStarted: () => { },
    stageEnded: () => { },
    progress: () => { },
    warn: () => { },
    info: () => { },
    debug: () => { },
};
export async function contextOf(repository, outputs = {}) {
    return {
        store: await repository.open(),
        evidence: outputs.evidence ??
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
export function checkVersion(version) {
    const problem = typeof version === 'string' ? versionProblem(version) : 'it is no string';
    if (problem !== undefined) {
        throw failure('BAD_INPUT', `'${printable(String(version))}' is not a version: ${problem}`);
    }
    return version;
}
export function checkType(type) {
    if (ROLLBACK_TYPES.includes(type))
        return type;
    throw failure('BAD_INPUT', `Rollback type must be one of ${ROLLBACK_TYPES.join(', ')}`);
}
export function checkMode(mode) {
    if (POLICY_MODES.includes(mode))
        return mode;
    throw failure('BAD_INPUT', `Policy mode must be one of ${POLICY_MODES.join(', ')}`);
}
/** What every operation of the library is told besides its own options. */
export const COMMON = {
    dryRun: false,
    reason: '',
    lockTimeout: 120,
    fenceSeconds: 60,
    run: 'library',
};
export const actor = () => {
    try {
        return userInfo().username;
    }
    catch {
        return 'unknown';
    }
};
/** Who asks, for the log and the audit trail. */
export const identity = () => ({ actor: actor(), run: COMMON.run });
export function rollbackRequest(version, rollbackType, changes = {}) {
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
