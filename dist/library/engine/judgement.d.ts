import { type Plan } from '../domain/plan.ts';
import { type PolicyDecision } from '../domain/policy.ts';
import type { Publication } from '../domain/publication.ts';
import type { RollbackRequest } from '../request/request.ts';
import type { EngineContext } from './context.ts';
import type { ReportDraft } from './draft.ts';
export declare function judge(request: RollbackRequest, context: EngineContext): Promise<{
    publication: Publication;
    reading: import("./publication.ts").IndexReading;
    decision: PolicyDecision;
}>;
export declare function makePlan(request: RollbackRequest, context: EngineContext, publication: Publication): Plan;
export declare function applyDecision(draft: ReportDraft, decision: PolicyDecision, force: boolean): void;
export declare function denied(decision: PolicyDecision): import("../domain/errors.ts").RollbackError;
export declare function applyPlan(draft: ReportDraft, plan: Plan): void;
