import type { FailureCode } from './errors.ts';
import { type Publication } from './publication.ts';
import { type PolicyModeName, type RollbackTypeName } from './types.ts';
/** A check that did not hold. A hard one can't be overridden (DESIGN §6). */
export interface Violation {
    readonly code: 'VERSION_NOT_FOUND' | 'ALREADY_ROLLED_BACK' | 'DEPENDENCY' | 'POLICY_VIOLATION';
    readonly messages: readonly string[];
    readonly hard: boolean;
    /** Of a hard one: what to do, since overriding it is none. */
    readonly advice?: string;
}
export interface PolicyDecision {
    readonly allowed: boolean;
    readonly passed: boolean;
    readonly versionExists: boolean;
    readonly dependenciesSatisfied: boolean;
    /** Our log shows that it is done (46), also where that is overridden. */
    readonly alreadyDone: boolean;
    /** What a failing run ends with; undefined when allowed. */
    readonly code: FailureCode | undefined;
    readonly errors: readonly string[];
    /** Where the advice of the code's row would be wrong. */
    readonly advice: string | undefined;
    readonly warnings: readonly string[];
}
export interface PolicyQuestion {
    readonly type: RollbackTypeName;
    readonly mode: PolicyModeName;
    readonly force: boolean;
}
/** The guide's policy checks over what was read: all violations at once, the first in DESIGN's order decides the code. */
export declare function evaluatePolicy(publication: Publication, question: PolicyQuestion): PolicyDecision;
