import type { RollbackReport } from '../domain/report.ts';
import type { RecoverRequest } from '../request/request.ts';
import type { EngineContext } from './context.ts';
/** Brings what a dead run left to its end; 0 whenever nothing is open at the end. Always answers with a report. */
export declare function recover(request: RecoverRequest, context: EngineContext): Promise<RollbackReport>;
