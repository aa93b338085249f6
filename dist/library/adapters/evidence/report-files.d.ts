import type { Bytes } from '../../domain/byte-parts.ts';
import type { RollbackReport } from '../../domain/report.ts';
import { type Forbidden } from './forbidden.ts';
import { type FolderMaker } from './output-folder.ts';
import { type Spared } from './overlaps.ts';
/** Where `--json-report` and `--text-report` go; one that is not given is not written. */
export interface ReportPaths {
    readonly json?: string | undefined;
    readonly text?: string | undefined;
}
export interface ReportFileOptions extends Spared {
    readonly forbidden?: Forbidden | undefined;
    readonly makeFolder?: FolderMaker | undefined;
}
/** Preflight: BAD_INPUT for a place that is not the reports' own, EVIDENCE for one that can't be written. */
export declare function prepareReportFiles(paths: ReportPaths, options?: ReportFileOptions): Promise<void>;
/** Reads only. Throws BAD_INPUT for what is the repository's own or another output's, EVIDENCE for a folder. */
export declare function refuseReportPlaces(paths: ReportPaths, options: ReportFileOptions): void;
/** Writes the reports; the absolute paths of those that are asked for. Throws EVIDENCE. */
export declare function writeReportFiles(report: RollbackReport, paths: ReportPaths, options?: ReportFileOptions): Promise<ReportPaths>;
/** Complete or not at all; an earlier report there is replaced. Answers the absolute path; throws EVIDENCE. */
export declare function writeReportFile(path: string, body: Bytes, options?: ReportFileOptions): Promise<string>;
