import { asRollbackError, failure, ownAdvice } from '../domain/errors.js';
import { engineFailure, isUnreachable } from './failures.js';
import { abort } from './recovery.js';
import { complete } from './transaction/complete.js';
/** The commit point. Refused, it ends as before; without an answer the operation stays open, for the log to say. */
export async function commit(operation, prepared) {
    const { draft, context, tenure } = operation;
    try {
        await tenure.advance('commit', {
            phase: 'committed',
            manifest_key: prepared.manifestKey,
            manifest_sha256: prepared.manifestSha256,
            forced: draft.fields.forced,
            warnings: [...draft.warnings],
        });
    }
    catch (thrown) {
        if (!isUnreachable(thrown))
            return closeUnchanged(operation, draft.fail(engineFailure(thrown)));
        tenure.release();
        await context.evidence.discard();
        const cause = asRollbackError(thrown);
        const message = `Out of reach at the commit: ${cause.message}`;
        const advice = ownAdvice(cause) ??
            'When the store answers again, run `release-rollback recover`: it undoes or finishes it.';
        const error = failure('UNREACHABLE', message, { cause: thrown, advice });
        return draft.fail(error, { changed: 'unknown', partial: true });
    }
    return complete({ ...operation, manifest: prepared.manifest, takeReading: once(prepared.reading) });
}
/** The same as something that is given away, and not kept. */
function once(thing) {
    let kept = thing;
    return () => {
        const given = kept;
        kept = undefined;
        return given;
    };
}
/** Nothing was committed: close the claim; if even that fails, the next operation does it. */
export async function closeUnchanged(operation, report) {
    await operation.context.evidence.discard();
    try {
        await abort(operation, report.summary, report.exit_code);
        // Its clean-up may have had something to say.
        return { ...report, warnings: [...new Set([...report.warnings, ...operation.draft.warnings])] };
    }
    catch (thrown) {
        operation.tenure.release();
        operation.context.reporter.debug(`The claim could not be closed: ${engineFailure(thrown).message}`);
        return {
            ...report,
            warnings: [...report.warnings, 'The claim could not be closed; the next operation does it'],
        };
    }
}
