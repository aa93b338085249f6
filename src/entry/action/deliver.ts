import { annotate } from '../../adapters/github/annotations.ts';
import { writeJobSummary } from '../../adapters/github/job-summary.ts';
import { type Delivery, setOutputs } from '../../adapters/github/outputs.ts';
import type { GithubRun } from '../../adapters/github/run-context.ts';
import type { RollbackReport } from '../../domain/report.ts';
import type { ActionOrder } from '../../request/action.ts';
import type { Performed } from '../perform.ts';
import type { EntryParts } from '../wiring.ts';
import { showReport, summaryOf } from './show.ts';
import { uploadEvidence } from './upload.ts';

export interface Ending extends Performed {
  /** Undefined when the inputs were no order. */
  readonly order: ActionOrder | undefined;
  readonly run: GithubRun;
  readonly temp: string;
}

/** Tells GitHub how it ended: artifact, outputs, summary, annotations. Answers the exit code. */
export async function deliver(ending: Ending, parts: EntryParts): Promise<number> {
  const early = parts.cancelled.aborted;
  // Of a cancelled job little time is left: what costs no network comes first.
  if (early) await publish(ending.report, deliveryOf(ending), ending, parts);
  const uploaded = await uploadEvidence(ending, parts);
  const delivery = { ...deliveryOf(ending), ...uploaded.delivery };
  if (early) tell(uploaded.report, delivery, parts);
  else await publish(uploaded.report, delivery, ending, parts);
  showReport(uploaded.report);
  annotate(uploaded.report);
  return uploaded.report.exit_code;
}

const deliveryOf = ({ reports }: Ending): Delivery => ({
  reportPath: reports.json ?? '',
  artifactId: '',
  artifactUrl: '',
});

async function publish(
  report: RollbackReport,
  delivery: Delivery,
  ending: Ending,
  parts: EntryParts,
): Promise<void> {
  tell(report, delivery, parts);
  if (ending.order?.action.summary === false) return;
  try {
    await writeJobSummary(summaryOf(report, delivery, ending));
  } catch (thrown) {
    parts.reporter.warn(`No job summary: ${messageOf(thrown)}`);
  }
}

/** Outputs that can't be set must not turn a finished rollback into a failed one. */
function tell(report: RollbackReport, delivery: Delivery, parts: EntryParts): void {
  try {
    setOutputs(report, delivery);
  } catch (thrown) {
    parts.reporter.warn(`No outputs: ${messageOf(thrown)}`);
  }
}

const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
