import { type ByteParts } from '../domain/byte-parts.ts';
import type { RollbackReport } from '../domain/report.ts';
/** The JSON report: UTF-8, two spaces, a line end; on a terminal or in a workflow log it is only text. */
export declare const encodeReport: (report: RollbackReport) => Uint8Array;
/** The same piece by piece: the list of a large release is long. */
export declare function reportParts(report: RollbackReport): ByteParts;
/** A report without what grows with the release. */
export type BriefReport = Omit<RollbackReport, 'artifacts_removed'>;
/** For an output of the Action, which holds at most 1 MB. */
export declare function withoutFileLists({ artifacts_removed: _, ...rest }: RollbackReport): BriefReport;
