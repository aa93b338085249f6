import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../adapters/github/folders.ts';
import type { ActionOrder } from '../../request/action.ts';

/** Reports that no input gives a place go to the runner's temp folder: they are uploaded all the same. */
export async function withReportFiles(order: ActionOrder, temp: string): Promise<ActionOrder> {
  const { jsonReport, textReport } = order.output;
  if (jsonReport !== undefined && textReport !== undefined) return order;
  await makeFolder(temp);
  const folder = await mkdtemp(join(temp, 'release-rollback-'));
  const stem = join(folder, stemOf(order.request));
  return {
    ...order,
    output: {
      ...order.output,
      jsonReport: jsonReport ?? `${stem}.json`,
      textReport: textReport ?? `${stem}.txt`,
    },
  };
}

/** `v1.0.2.rollback-report`, as the guide's integrated script calls it. */
function stemOf(request: ActionOrder['request']): string {
  if (request.operation === 'recover') return 'recover-report';
  const about = request.operation === 'restore' ? (request.version ?? request.rollbackId) : request.version;
  return `${about}.${request.operation}-report`;
}
