import { logLines } from '../../adapters/github/log-line.ts';
import type { Delivery } from '../../adapters/github/outputs.ts';
import type { RollbackReport } from '../../domain/report.ts';
import { closingLines } from '../../report/console.ts';
import { dryRunText } from '../../report/dry-run.ts';
import { jobSummary } from '../../report/summary.ts';
import type { Ending } from './deliver.ts';

/** The closing lines in the log; errors and warnings are annotations besides. */
export function showReport(report: RollbackReport): void {
  if (report.dry_run && report.stages.length > 0) logLines(dryRunText(report));
  const { results, problems } = closingLines(report, { color: false });
  logLines([...results, ...problems].join('\n'));
}

export function summaryOf(
  report: RollbackReport,
  delivery: Delivery & { artifactName?: string },
  { reports, order, run }: Ending,
): string {
  return jobSummary(report, {
    artifactName: delivery.artifactName,
    artifactUrl: delivery.artifactUrl === '' ? undefined : delivery.artifactUrl,
    action: run.action,
    actor: run.actor,
    reason: order?.request.reason,
    reports: [reports.json, reports.text].filter((path) => path !== undefined),
  });
}
