import { type OpenOperation } from '../domain/log-record.ts';
import type { OperationManifest } from '../domain/manifest.ts';
import { type Plan } from '../domain/plan.ts';
import { type PolicyDecision } from '../domain/policy.ts';
import type { Publication } from '../domain/publication.ts';
import type { RollbackReport } from '../domain/report.ts';
import type { RollbackRequest } from '../request/request.ts';
import { type Recovered } from './acquire.ts';
import type { EngineContext } from './context.ts';
import { ReportDraft } from './draft.ts';
import { type IndexReading, type UsableIndex } from './publication.ts';
import { type Operation } from './transaction/operation.ts';
/** Takes a release out, all or nothing. Always answers with a report; its exit code tells the final state. */
export declare function rollback(request: RollbackRequest, context: EngineContext): Promise<RollbackReport>;
export declare function draftFor(request: RollbackRequest, context: EngineContext): ReportDraft;
type Asked = Pick<OpenOperation, 'operation' | 'version' | 'rollback_type' | 'create_backup' | 'actor' | 'run' | 'reason' | 'policy_mode' | 'forced'>;
/** A new operation; its id's first 8 hex are the rollback id, unless it is about one that there is already. */
export declare function freshOperation(context: EngineContext, asked: Asked, rollbackId?: string): OpenOperation;
export interface Prepared {
    /** The index as it was judged, where there is one. */
    readonly reading?: UsableIndex | undefined;
    readonly manifest: OperationManifest;
    readonly manifestKey: string;
    readonly manifestSha256: string;
}
/** The commit point. Refused, it ends as before; without an answer the operation stays open, for the log to say. */
export declare function commit(operation: Operation, prepared: Prepared): Promise<RollbackReport>;
/** What was brought to its end before our own operation began is no part of it, but worth knowing. */
export declare function noteRecovered(draft: ReportDraft, recovered: readonly Recovered[]): void;
export declare function judge(request: RollbackRequest, context: EngineContext): Promise<{
    publication: Publication;
    reading: IndexReading;
    decision: PolicyDecision;
}>;
export declare function makePlan(request: RollbackRequest, context: EngineContext, publication: Publication): Plan;
export declare function applyDecision(draft: ReportDraft, decision: PolicyDecision, force: boolean): void;
export declare function denied(decision: PolicyDecision): import("../domain/errors.ts").RollbackError;
export declare function applyPlan(draft: ReportDraft, plan: Plan): void;
export declare function adopt(draft: ReportDraft, finished: Recovered): RollbackReport;
/** Nothing was committed: close the claim; if even that fails, the next operation does it. */
export declare function closeUnchanged(operation: Operation, report: RollbackReport): Promise<RollbackReport>;
export {};
