import type { DoctorResult } from '../domain/doctor-report.ts';
import type { EngineContext } from './context.ts';
/** What a check found when it did not fail; one that fails throws. */
export interface Finding {
    readonly result: Exclude<DoctorResult, 'failed'>;
    readonly detail: string;
    readonly advice?: string;
}
export interface Check {
    readonly name: string;
    /** Whether it asks the store, and is in vain when that is out of reach. */
    readonly ofStore: boolean;
    readonly look: (context: EngineContext) => Promise<Finding>;
}
/** In this order; `repository` first, for it says whether the others of the store make sense. */
export declare const DOCTOR_CHECKS: readonly Check[];
