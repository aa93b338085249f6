import type { RollbackReport } from '../domain/report.ts';
import type { RestoreRequest } from '../request/request.ts';
import type { EngineContext } from './context.ts';
/** Brings back what a rollback took, exactly. Always answers with a report. */
export declare function restore(request: RestoreRequest, context: EngineContext): Promise<RollbackReport>;
