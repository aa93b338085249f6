import { asRollbackError, failure } from '../domain/errors.js';
import { entryText, parseIndex } from '../domain/index/mod.js';
import { backupPath, INDEX_KEY } from '../domain/keys.js';
import { acquire, openSession } from '../engine/acquire.js';
import { ReportDraft } from '../engine/draft.js';
import { freshOperation } from '../engine/fresh-operation.js';
import { editIndex } from '../engine/transaction/index-edit.js';
import { indexParts, requestsOf, workspaceFor } from '../engine/transaction/operation.js';
import { sourceOf } from '../engine/transaction/shelves/surveys.js';
import { actor, COMMON } from './requests.js';
/** A verified copy of a version under `.rollback-backups/`, as a logged operation. */
export async function keepCopy(context, publication) {
    const { version, artifacts } = publication;
    if (artifacts.length === 0)
        return [false, ''];
    return logged(context, version, async ({ tenure }) => {
        const { began, rollback_id: id } = tenure.open;
        const folder = backupPath(version, new Date(began), id);
        const requests = requestsOf(context, tenure);
        const files = artifacts.filter(({ type }) => type !== 'folder');
        await requests.each(files, async (artifact) => {
            const copied = await requests.send(() => context.store.copy(sourceOf(artifact), folder + artifact.path, tenure.guard));
            if (copied.size !== artifact.size)
                throw failure('BACKUP', `The copy of ${artifact.path} is not whole`);
        });
        return [true, folder];
    });
}
/** Replaces the index by `doc`, unless that drops an entry that `doc` does not hold. One atomic write. */
export async function replaceIndex(context, doc) {
    const bytes = new TextEncoder().encode(`${JSON.stringify(doc, null, 2)}\n`);
    const wanted = parsed(bytes);
    return logged(context, 'index', async (operation) => {
        let refused = false;
        await editIndex(indexParts(operation), (current) => {
            refused = !holdsAll(wanted, current);
            return refused ? undefined : bytes;
        });
        return !refused;
    });
}
function parsed(bytes) {
    try {
        return parseIndex(bytes);
    }
    catch (thrown) {
        throw failure('BAD_INPUT', `This is not an index: ${asRollbackError(thrown).message}`, { cause: thrown });
    }
}
function holdsAll(wanted, current) {
    const versions = new Set(wanted.entries.map(({ version }) => version));
    return current.entries.every((entry) => versions.has(entry.version) && entryText(current, entry) !== '');
}
/** The index as it is now, parsed; null when there is none, or when it is no JSON. */
export async function readIndexJson(store) {
    const stored = await store.read(INDEX_KEY);
    try {
        return stored === undefined ? null : JSON.parse(new TextDecoder().decode(stored.body));
    }
    catch {
        return null;
    }
}
/** Claim, one step, closer: the log serialises it with everything else that changes the repository. */
async function logged(context, version, step) {
    for (const warning of await context.store.inspect({ forWriting: true, begins: true }))
        context.reporter.warn(warning);
    const session = openSession(context, { ...COMMON, actor: actor() });
    const asked = {
        operation: 'rollback',
        version,
        rollback_type: 'index_only',
        create_backup: false,
        actor: actor(),
        run: COMMON.run,
        reason: '',
        policy_mode: 'strict',
        forced: false,
    };
    const tenure = await acquire(session, freshOperation(context, asked), []);
    const workspace = workspaceFor(context, tenure);
    const draft = new ReportDraft(context, { operation: 'rollback', version });
    const operation = { context, tenure, workspace, draft, waits: session.waits, recovering: false };
    try {
        await workspace.open();
        const result = await step(operation);
        await tenure.close('done', { exit_code: 0, message: 'One step of the library' });
        await workspace.close();
        return result;
    }
    catch (thrown) {
        const error = asRollbackError(thrown);
        await tenure.close('aborted', { exit_code: error.exitCode, message: error.message });
        await workspace.close();
        throw error;
    }
    finally {
        // Unless it was closed: a claim that is not worked on any more must not go on beating.
        tenure.release();
    }
}
