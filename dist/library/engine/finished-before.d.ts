import type { RollbackReport } from '../domain/report.ts';
import type { RollbackRequest } from '../request/request.ts';
import type { Recovered } from './acquire.ts';
import type { ReportDraft } from './draft.ts';
/**
 * Runs `settling`, and tells what it brought to its end before our own operation began, also when it fails: no part of
 * ours, but the repository is not what it was.
 */
export declare function tellingRecovered<T>(draft: ReportDraft, recovered: readonly Recovered[], settling: () => Promise<T>): Promise<T>;
export declare function tellRecovered(draft: ReportDraft, recovered: readonly Recovered[]): void;
/** What is undone from its claim was nothing that anybody saw. */
export declare const changedSomething: ({ open, ending }: Pick<Recovered, 'open' | 'ending'>) => boolean;
/** A re-run of a killed job is green: it reports what it found begun and finished (DESIGN §3). */
export declare function finishedFor(request: RollbackRequest, recovered: readonly Recovered[]): Recovered | undefined;
export declare function adopt(draft: ReportDraft, finished: Recovered): RollbackReport;
