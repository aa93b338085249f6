import type { RollbackReport } from '../domain/report.ts';
import type { RollbackRequest } from '../request/request.ts';
import type { EngineContext } from './context.ts';
/** Takes a release out, all or nothing. Always answers with a report; its exit code tells the final state. */
export declare function rollback(request: RollbackRequest, context: EngineContext): Promise<RollbackReport>;
