import { asRollbackError, failure, ownAdvice } from '../domain/errors.ts';
import type { OperationManifest } from '../domain/manifest.ts';
import type { RollbackReport } from '../domain/report.ts';
import { engineFailure, isUnreachable } from './failures.ts';
import type { UsableIndex } from './publication.ts';
import { abort } from './recovery.ts';
import { complete } from './transaction/complete.ts';
import type { Operation } from './transaction/operation.ts';

export interface Prepared {
  /** The index as it was judged, where there is one. */
  readonly reading?: UsableIndex | undefined;
  readonly manifest: OperationManifest;
  readonly manifestKey: string;
  readonly manifestSha256: string;
}

/** The commit point. Refused, it ends as before; without an answer the operation stays open, for the log to say. */
export async function commit(operation: Operation, prepared: Prepared): Promise<RollbackReport> {
  const { draft, context, tenure } = operation;
  try {
    await tenure.advance('commit', {
      phase: 'committed',
      manifest_key: prepared.manifestKey,
      manifest_sha256: prepared.manifestSha256,
      forced: draft.fields.forced,
      warnings: [...draft.warnings],
    });
  } catch (thrown) {
    if (!isUnreachable(thrown)) return closeUnchanged(operation, draft.fail(engineFailure(thrown)));
    tenure.release();
    await context.evidence.discard();
    const cause = asRollbackError(thrown);
    const message = `Out of reach at the commit: ${cause.message}`;
    const advice =
      ownAdvice(cause) ??
      'When the store answers again, run `release-rollback recover`: it undoes or finishes it.';
    const error = failure('UNREACHABLE', message, { cause: thrown, advice });
    return draft.fail(error, { changed: 'unknown', partial: true });
  }
  return complete({ ...operation, manifest: prepared.manifest, takeReading: once(prepared.reading) });
}

/** The same as something that is given away, and not kept. */
function once<T>(thing: T): () => T | undefined {
  let kept: T | undefined = thing;
  return () => {
    const given = kept;
    kept = undefined;
    return given;
  };
}

/** Nothing was committed: close the claim; if even that fails, the next operation does it. */
export async function closeUnchanged(operation: Operation, report: RollbackReport): Promise<RollbackReport> {
  await operation.context.evidence.discard();
  try {
    await abort(operation, report.summary, report.exit_code);
    // Its clean-up may have had something to say.
    return { ...report, warnings: [...new Set([...report.warnings, ...operation.draft.warnings])] };
  } catch (thrown) {
    operation.tenure.release();
    operation.context.reporter.debug(`The claim could not be closed: ${engineFailure(thrown).message}`);
    return {
      ...report,
      warnings: [...report.warnings, 'The claim could not be closed; the next operation does it'],
    };
  }
}
