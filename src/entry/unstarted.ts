import type { RollbackError } from '../domain/errors.ts';
import type { RollbackReport } from '../domain/report.ts';
import type { EngineContext } from '../engine/context.ts';
import { ReportDraft } from '../engine/draft.ts';
import { dryRunFailure } from '../engine/dry-run.ts';
import type { EntryParts } from './wiring.ts';

/** The report of an operation that ended before the engine began: bad input, no store, no key. */
export function unstarted(
  error: RollbackError,
  { clock, reporter }: Pick<EntryParts, 'clock' | 'reporter'>,
  about: Partial<RollbackReport> & Pick<RollbackReport, 'operation'>,
): RollbackReport {
  const store = { type: about.repository_type ?? 'local', location: about.repository_location ?? '' };
  // A draft asks the store only what it is called, and there is no store.
  const context = { clock, reporter, store } as unknown as EngineContext;
  const draft = new ReportDraft(context, about);
  return about.dry_run === true ? dryRunFailure(draft, error) : draft.fail(error);
}
