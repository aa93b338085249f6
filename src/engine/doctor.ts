import type { DoctorCheck, DoctorReport } from '../domain/doctor-report.ts';
import { FAILURES, type RollbackError } from '../domain/errors.ts';
import { traceOf } from '../domain/trace.ts';
import type { RepositoryTypeName } from '../domain/types.ts';
import type { DoctorRequest } from '../request/request.ts';
import type { EngineContext } from './context.ts';
import { DOCTOR_CHECKS, type Finding } from './doctor-checks.ts';
import { engineFailure } from './failures.ts';

export type { DoctorCheck, DoctorReport } from '../domain/doctor-report.ts';

/** Without a repository there is nothing else in it to look at. */
const HOPELESS: ReadonlySet<string> = new Set(['NO_REPOSITORY', 'UNREACHABLE']);

/** Looks at everything that a rollback needs; changes no release. Never throws: what fails is in the report. */
export async function doctor(_request: DoctorRequest, context: EngineContext): Promise<DoctorReport> {
  const found: Examined[] = [];
  let hopeless: string | undefined;
  for (const { name, ofStore, look } of DOCTOR_CHECKS) {
    if (ofStore && hopeless !== undefined) {
      found.push({ check: check(name, { result: 'skipped', detail: hopeless }), exitCode: 0 });
      continue;
    }
    const error = await add(found, name, context, async () => [examined(name, await look(context))]);
    if (name !== 'repository') continue;
    // What preflight refuses first is seldom all: each look of the store's own is by itself.
    if (error === undefined || !HOPELESS.has(error.code))
      await add(found, 'settings', context, () => diagnosed(context));
    else hopeless = 'the repository is out of reach';
  }
  return report({ type: context.store.type, location: context.store.location }, found);
}

/** Adds what a look found, or that it failed; then the error. */
async function add(
  found: Examined[],
  name: string,
  { reporter }: EngineContext,
  look: () => Promise<readonly Examined[]>,
): Promise<RollbackError | undefined> {
  try {
    found.push(...(await look()));
    return undefined;
  } catch (thrown) {
    const error = engineFailure(thrown);
    for (const line of traceOf(error)) reporter.debug(line);
    found.push(failed(name, error));
    return error;
  }
}

/** The report of a repository, or of inputs, that could not even be opened. */
export function unexamined(
  error: RollbackError,
  repository: { readonly type: RepositoryTypeName; readonly location: string },
): DoctorReport {
  const rest = DOCTOR_CHECKS.slice(1).map(({ name }) =>
    examined(name, { result: 'skipped', detail: 'nothing could be opened' }),
  );
  return report(repository, [failed('repository', error), ...rest]);
}

/** The same report with one thing more that failed, e.g. that the report itself can't be written. */
export function withFailedCheck(found: DoctorReport, name: string, error: RollbackError): DoctorReport {
  const { check, exitCode } = failed(name, error);
  return {
    ...found,
    checks: [...found.checks, check],
    exit_code: found.exit_code === 0 ? exitCode : found.exit_code,
  };
}

/** What a store knows to look at in itself; a permission or a condition that is missing is 49 as in a rollback. */
async function diagnosed({ store }: EngineContext): Promise<readonly Examined[]> {
  const findings = (await store.diagnose?.()) ?? [];
  return findings.map((check) => ({
    check,
    exitCode: check.result === 'failed' ? FAILURES.BAD_INPUT.exitCode : 0,
  }));
}

interface Examined {
  readonly check: DoctorCheck;
  readonly exitCode: number;
}

const check = (name: string, { result, detail, advice = '' }: Finding): DoctorCheck => ({
  name,
  result,
  detail,
  advice,
});

const examined = (name: string, finding: Finding): Examined => ({
  check: check(name, finding),
  exitCode: 0,
});

function failed(name: string, { message, details, advice, exitCode }: RollbackError): Examined {
  const detail = [message, ...details].join('; ');
  return { check: { name, result: 'failed', detail, advice }, exitCode };
}

function report(
  { type, location }: { readonly type: RepositoryTypeName; readonly location: string },
  found: readonly Examined[],
): DoctorReport {
  return {
    schema_version: 1,
    repository_type: type,
    repository_location: location,
    checks: found.map((each) => each.check),
    exit_code: found.find(({ exitCode }) => exitCode !== 0)?.exitCode ?? 0,
  };
}
