import type { RollbackReport } from '../domain/report.ts';
import type { RollbackRequest } from '../request/request.ts';
import type { Recovered } from './acquire.ts';
import type { ReportDraft } from './draft.ts';

/** What was brought to its end before our own operation began is no part of it, but worth knowing. */
export function noteRecovered(draft: ReportDraft, recovered: readonly Recovered[]): void {
  for (const { open, report } of recovered)
    draft.notes.push(
      `First brought to its end: ${open.operation} of ${open.version} (${open.run || 'another run'}): ${report.summary}`,
    );
}

/** A re-run of a killed job is green: it reports what it found begun and finished (DESIGN §3). */
export function finishedFor(
  request: RollbackRequest,
  recovered: readonly Recovered[],
): Recovered | undefined {
  return recovered.find(
    ({ open, ending, report }) =>
      ending === 'finished' &&
      report.exit_code === 0 &&
      open.operation === 'rollback' &&
      open.version === request.version &&
      open.rollback_type === request.rollbackType,
  );
}

export function adopt(draft: ReportDraft, finished: Recovered): RollbackReport {
  draft.warn(`finished what run ${finished.open.run || 'unknown'} left`);
  const own = draft.succeed(finished.report.summary);
  return {
    ...finished.report,
    warnings: [...new Set([...finished.report.warnings, ...own.warnings])],
    rollback_duration_seconds: own.rollback_duration_seconds,
  };
}
