import type { OpenOperation } from '../domain/log-record.ts';
import type { EngineContext } from './context.ts';
type Asked = Pick<OpenOperation, 'operation' | 'version' | 'rollback_type' | 'create_backup' | 'actor' | 'run' | 'reason' | 'policy_mode' | 'forced'>;
/** A new operation; its id's first 8 hex are the rollback id, unless it is about one that there is already. */
export declare function freshOperation(context: EngineContext, asked: Asked, rollbackId?: string): OpenOperation;
export {};
