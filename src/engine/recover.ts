import { asRollbackError, failure } from '../domain/errors.ts';
import type { RollbackReport } from '../domain/report.ts';
import type { RecoverRequest } from '../request/request.ts';
import { after, holderName, isDead, openSession, type Recovered, type Session, settle } from './acquire.ts';
import type { EngineContext } from './context.ts';
import { ReportDraft } from './draft.ts';
import { dryRunFailure, openNow } from './dry-run.ts';
import { Tenure } from './log/tenure.ts';
import { operationOf, resume } from './recovery.ts';
import { freshOperation } from './rollback.ts';

/** Brings what a dead run left to its end; 0 whenever nothing is open at the end. Always answers with a report. */
export async function recover(request: RecoverRequest, context: EngineContext): Promise<RollbackReport> {
  const draft = new ReportDraft(context, { operation: 'recover', dry_run: request.dryRun });
  try {
    if (request.dryRun) return await look(context, draft);
    const session = openSession(context, request);
    for (const warning of await context.store.inspect({ forWriting: true })) draft.warn(warning);
    await context.evidence.prepare('');
    draft.notes.push(...((await context.signer?.prepare()) ?? []));
    if (request.acceptLogBreak) await acceptBreak(session, draft);
    if (request.choice !== 'forward') return await byChoice(request, session, draft);
    const recovered: Recovered[] = [];
    await settle(session, context.clock.monotonic() + session.waits.lockTimeoutMs, recovered);
    await context.store.workspaces?.sweep(undefined);
    return summarise(draft, recovered);
  } catch (thrown) {
    const error = asRollbackError(thrown);
    return request.dryRun ? dryRunFailure(draft, error) : draft.fail(error, openUnknown(error.code));
  }
}

const openUnknown = (code: string): { changed?: 'unknown' } =>
  code === 'UNREACHABLE' ? { changed: 'unknown' } : {};

async function look(context: EngineContext, draft: ReportDraft): Promise<RollbackReport> {
  for (const warning of await context.store.inspect({ forWriting: false })) draft.warn(warning);
  const open = await openNow(context, draft);
  if (open === undefined) return draft.succeed('DRY RUN: nothing is open; there is nothing to recover');
  draft.fields.version = open.version;
  const direction = open.phase === 'committed' ? 'finish' : 'undo';
  return draft.succeed(
    `DRY RUN: would ${direction} the ${open.operation} of ${open.version} that ${open.run || 'a run'} left`,
  );
}

function summarise(draft: ReportDraft, recovered: readonly Recovered[]): RollbackReport {
  const last = recovered.at(-1);
  if (last === undefined) return draft.succeed('Nothing was open; the repository is whole');
  const verb = last.ending === 'finished' ? 'Finished' : 'Undid';
  const {
    operation: _,
    exit_code: __,
    status: ___,
    summary: ____,
    errors: _____,
    advice: ______,
    ...facts
  } = last.report;
  Object.assign(draft.fields, facts, { operation: 'recover' });
  for (const warning of last.report.warnings) draft.warn(warning);
  if (last.ending === 'undone') draft.notes.push(last.report.summary);
  return draft.succeed(
    `${verb} the ${last.open.operation} of ${last.open.version} that ${last.open.run || 'another run'} left`,
  );
}

/** `--revert` and `--abandon`: a person chooses against the log's direction; a living holder is still left alone. */
async function byChoice(
  request: RecoverRequest,
  session: Session,
  draft: ReportDraft,
): Promise<RollbackReport> {
  const { context, log, parts, waits } = session;
  const head = await log.head();
  const open = head?.record.open ?? null;
  if (head === undefined || open === null) return draft.succeed('Nothing was open; the repository is whole');
  if (!(await isDead(context, head))) {
    throw failure(
      'REPOSITORY_HELD',
      `${holderName(head)} is still at work on the ${open.operation} of ${open.version}`,
    );
  }
  if (context.store.lateRequests) await context.clock.sleep(waits.fenceMs);
  const tenure = await Tenure.takeOver(parts, open, after(head) as { sequence: number; hash: string });
  draft.fields.version = open.version;
  draft.fields.rollback_id = open.rollback_id;
  draft.fields.changed = true;
  if (request.choice === 'abandon') {
    const operation = operationOf(session, tenure);
    await operation.workspace.open();
    await tenure.close('abandoned', { exit_code: 43, message: request.reason || 'Given up by a person' });
    return draft.succeed(`Gave up the ${open.operation} of ${open.version}; what it moved stays where it is`);
  }
  const { report, ending } = await resume(session, tenure, 'revert');
  if (ending === 'left') throw failure('REPOSITORY_HELD', report.summary, { details: report.errors });
  return draft.succeed(`Put back what the ${open.operation} of ${open.version} had changed`);
}

/** Goes on from the newest record that can be read, after a person looked: a claim that says so, closed at once. */
async function acceptBreak(session: Session, draft: ReportDraft): Promise<void> {
  const { context, log, parts } = session;
  try {
    await log.head();
    return;
  } catch (thrown) {
    if (asRollbackError(thrown).code !== 'LOG_BROKEN') throw thrown;
    draft.warn(`Accepted: ${asRollbackError(thrown).message}`);
  }
  const salvaged = await log.salvage();
  const open = salvaged?.record?.open ?? null;
  if (salvaged !== undefined && open !== null) {
    const tenure = await Tenure.takeOver(parts, open, salvaged, true);
    const { report, ending } = await resume(session, tenure);
    if (ending === 'left') throw failure('REPOSITORY_HELD', report.summary, { details: report.errors });
    return;
  }
  const claim = await freshOperation(context, {
    operation: 'rollback',
    version: salvaged?.record?.version ?? 'none',
    rollback_type: 'index_only',
    create_backup: false,
    actor: parts.actor,
    run: parts.run,
    reason: 'accepted a break of the log',
    policy_mode: 'strict',
    forced: false,
  });
  const tenure = await Tenure.claim(parts, claim, salvaged, true);
  await tenure.close('aborted', { exit_code: 0, message: 'A break of the log was accepted' });
}
