import { asRollbackError, type RollbackError } from '../domain/errors.ts';
import type { RollbackReport } from '../domain/report.ts';
import { recover, restore, rollback } from '../engine/mod.ts';
import type { Order } from '../request/parse.ts';
import { locationOf, withReach } from '../request/repository-reach.ts';
import type { OperationRequest } from '../request/request.ts';
import { withFittingAdvice } from './advice.ts';
import { type Delivered, deliverable, writeReports } from './reports.ts';
import { unstarted } from './unstarted.ts';
import { type EntryParts, openContext } from './wiring.ts';

export interface Performed {
  readonly report: RollbackReport;
  /** The report files that were written. */
  readonly reports: Delivered;
}

/** Carries an order out and writes its reports. Never throws: whatever happens is in the report. */
export async function perform(order: Order<OperationRequest>, parts: EntryParts): Promise<Performed> {
  const report = withFittingAdvice(withReach(await carryOut(order, parts), order.repository), parts.voice);
  return writeReports(report, order, parts);
}

async function carryOut(order: Order<OperationRequest>, parts: EntryParts): Promise<RollbackReport> {
  const { request, repository, output } = order;
  try {
    const context = await openContext(repository, output, parts);
    await deliverable(order, parts);
    switch (request.operation) {
      case 'rollback':
        return await rollback(request, context);
      case 'restore':
        return await restore(request, context);
      case 'recover':
        return await recover(request, context);
    }
  } catch (thrown) {
    return failedBefore(order, parts, asRollbackError(thrown));
  }
}

function failedBefore(
  { request, repository }: Order<OperationRequest>,
  parts: EntryParts,
  error: RollbackError,
): RollbackReport {
  const rollback = request.operation === 'rollback';
  return unstarted(error, parts, {
    operation: request.operation,
    version: request.operation === 'recover' ? '' : (request.version ?? ''),
    dry_run: request.dryRun,
    repository_type: repository.type,
    repository_location: locationOf(repository),
    ...(rollback ? { rollback_type: request.rollbackType, policy_mode: request.policyMode } : {}),
  });
}
