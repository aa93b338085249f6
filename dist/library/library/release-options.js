import { failure } from '../domain/errors.js';
import { POLICY_MODES } from '../domain/types.js';
import { namedProblems, readNamed } from '../request/named-options.js';
import { misspelt, OptionReader } from '../request/option-reader.js';
import { readRestore, readRollback } from '../request/parse.js';
import { identity } from './requests.js';
const COMMON_NAMES = {
    version: ['version', 'string'],
    dryRun: ['dry-run', 'boolean'],
    auditOutputDir: ['audit-output-dir', 'string'],
    manifestOutputDir: ['manifest-output-dir', 'string'],
    reason: ['reason', 'string'],
};
const ROLLBACK_NAMES = {
    ...COMMON_NAMES,
    rollbackType: ['rollback-type', 'string'],
    force: ['force', 'boolean'],
    createBackup: ['create-backup', 'boolean'],
};
const RESTORE_NAMES = {
    ...COMMON_NAMES,
    rollbackId: ['rollback-id', 'string'],
};
const ORCHESTRATOR_KINDS = { policyMode: 'string', signAuditLogs: 'boolean', signingKey: 'string' };
/** The same checks as the commands have. Throws BAD_INPUT with every problem. */
export const rollbackOrder = (given, policyMode) => parseNamed(given, ROLLBACK_NAMES, (reader) => ({
    request: { ...readRollback(reader, identity()), policyMode },
    ...readFolders(reader),
}));
export const restoreOrder = (given) => parseNamed(given, RESTORE_NAMES, (reader) => ({
    request: readRestore(reader, identity()),
    ...readFolders(reader),
}));
/** Throws BAD_INPUT for names that there are not and values of another type, `force: 'yes'` for one. */
export function parseNamed(given, names, read) {
    const { raw, label, problems } = readNamed(given, names);
    const reader = new OptionReader(raw, label);
    const order = read(reader);
    throwProblems([...problems, ...reader.problems]);
    return order;
}
export function throwProblems([first, ...details]) {
    if (first !== undefined)
        throw failure('BAD_INPUT', first, { details });
}
/** Throws BAD_INPUT; options of JavaScript callers are as hostile as any. */
export function checkOrchestratorOptions(given) {
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
export const checkRepository = (repository) => throwProblems(repositoryProblems(repository));
function repositoryProblems(repository) {
    const made = typeof repository === 'object' && repository !== null && 'open' in repository;
    return made ? [] : ['repository: is required; RepositoryFactory.create makes it'];
}
function readFolders(reader) {
    return { manifestDir: reader.path('manifest-output-dir'), auditDir: reader.path('audit-output-dir') };
}
