import type { RollbackError } from '../domain/errors.ts';
import type { OpenOperation } from '../domain/log-record.ts';
import type { RollbackReport } from '../domain/report.ts';
import type { RollbackRequest } from '../request/request.ts';
import type { EngineContext } from './context.ts';
import type { ReportDraft } from './draft.ts';
import { type Head } from './log/operation-log.ts';
/** The same reading, policy and plan as the real run, and nothing written: it judges the state that recovery would leave. */
export declare function simulateRollback(request: RollbackRequest, context: EngineContext, draft: ReportDraft): Promise<RollbackReport>;
/** 40 to 48 become 47; what no run could even begin with keeps 49. */
export declare function dryRunFailure(draft: ReportDraft, error: RollbackError): RollbackReport;
/** What a real run asks for once nothing is open; what recovery would leave of the room is not known before. */
export declare function checkRoom({ store }: EngineContext, open: OpenOperation | undefined, version?: string): Promise<void>;
/** What a real run would refuse of its output folders and its key, as far as reading tells. */
export declare function checkOutputs({ evidence, signer }: EngineContext, draft: ReportDraft, version: string): Promise<void>;
/** The newest record, if something is open in it. */
export declare function openHead(context: EngineContext): Promise<{
    readonly head: Head;
    readonly open: OpenOperation;
    readonly dead: boolean;
} | undefined>;
/** What is open now; a living holder is a warning, since a real run would wait for it. */
export declare function openNow(context: EngineContext, draft: ReportDraft): Promise<OpenOperation | undefined>;
