import { type PolicyModeName, type RollbackTypeName } from '../domain/types.ts';
import { type Version } from '../domain/version.ts';
import type { EngineContext } from '../engine/mod.ts';
import type { EvidenceWriter } from '../ports/evidence.ts';
import type { Reporter } from '../ports/reporter.ts';
import type { Signer } from '../ports/signer.ts';
import type { Identity } from '../request/parse.ts';
import type { RollbackRequest } from '../request/request.ts';
import type { Repository } from './repository.ts';
/** The library tells by what it returns, not on a console. */
export declare const SILENT: Reporter;
export interface Outputs {
    readonly manifestDir?: string | undefined;
    readonly auditDir?: string | undefined;
    readonly signer?: Signer | undefined;
    /** Instead of files in the two folders. */
    readonly evidence?: EvidenceWriter | undefined;
}
export declare function contextOf(repository: Repository, outputs?: Outputs): Promise<EngineContext>;
/** Throws BAD_INPUT; versions of JavaScript callers are as hostile as any. */
export declare function checkVersion(version: unknown): Version;
export declare function checkType(type: unknown): RollbackTypeName;
export declare function checkMode(mode: unknown): PolicyModeName;
/** What every operation of the library is told besides its own options. */
export declare const COMMON: {
    readonly dryRun: false;
    readonly reason: '';
    readonly lockTimeout: 120;
    readonly fenceSeconds: 60;
    readonly run: 'library';
};
export declare const actor: () => string;
/** Who asks, for the log and the audit trail. */
export declare const identity: () => Identity;
export declare function rollbackRequest(version: Version, rollbackType: RollbackTypeName, changes?: Partial<RollbackRequest>): RollbackRequest;
