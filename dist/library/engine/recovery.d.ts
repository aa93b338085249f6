import type { OpenOperation } from '../domain/log-record.ts';
import type { OperationManifest } from '../domain/manifest.ts';
import type { RollbackReport } from '../domain/report.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { Session } from './acquire.ts';
import { ReportDraft } from './draft.ts';
import type { Tenure } from './log/tenure.ts';
import { type Operation } from './transaction/operation.ts';
export interface Resumed {
    readonly report: RollbackReport;
    readonly ending: 'finished' | 'undone' | 'abandoned' | 'left';
}
/**
 * Brings an operation that was taken over to its end, in the direction that the log says: before the commit undone,
 * after it forward, `reverting` back. Idempotent; acts only on the manifest that the commit names by hash.
 */
export declare function resume(session: Session, tenure: Tenure, choice?: 'log' | 'revert'): Promise<Resumed>;
/** Nothing visible was done: an invisible backup is cleaned up, the claim closed. */
export declare function abort(operation: Operation, message?: string, exitCode?: number): Promise<Resumed>;
/** Where the operation's manifest is, derived from what the claim says. */
export declare function manifestKeyOf(open: OpenOperation): string;
/** Throws BACKUP when it is not the one that was committed. */
export declare function committedManifest(store: ObjectStore, open: OpenOperation): Promise<OperationManifest>;
/** What the log says is open, as something to work on: with its backups where the operation made them. */
export declare function operationOf(session: Session, tenure: Tenure, draft?: ReportDraft): Promise<Operation>;
