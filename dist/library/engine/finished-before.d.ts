import type { RollbackReport } from '../domain/report.ts';
import type { RollbackRequest } from '../request/request.ts';
import type { Recovered } from './acquire.ts';
import type { ReportDraft } from './draft.ts';
/** What was brought to its end before our own operation began is no part of it, but worth knowing. */
export declare function noteRecovered(draft: ReportDraft, recovered: readonly Recovered[]): void;
/** A re-run of a killed job is green: it reports what it found begun and finished (DESIGN §3). */
export declare function finishedFor(request: RollbackRequest, recovered: readonly Recovered[]): Recovered | undefined;
export declare function adopt(draft: ReportDraft, finished: Recovered): RollbackReport;
