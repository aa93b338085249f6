import type { DoctorReport } from '../domain/doctor-report.ts';
import { type RollbackError } from '../domain/errors.ts';
import type { RepositoryTypeName } from '../domain/types.ts';
import type { DoctorRequest } from '../request/request.ts';
import type { EngineContext } from './context.ts';
export type { DoctorCheck, DoctorReport } from '../domain/doctor-report.ts';
/** Looks at everything that a rollback needs; changes no release. Never throws: what fails is in the report. */
export declare function doctor(_request: DoctorRequest, context: EngineContext): Promise<DoctorReport>;
/** The report of a repository, or of inputs, that could not even be opened. */
export declare function unexamined(error: RollbackError, repository: {
    readonly type: RepositoryTypeName;
    readonly location: string;
}): DoctorReport;
/** The same report with one thing more that failed, e.g. that the report itself can't be written. */
export declare function withFailedCheck(found: DoctorReport, name: string, error: RollbackError): DoctorReport;
