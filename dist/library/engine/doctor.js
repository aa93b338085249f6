import { FAILURES } from '../domain/errors.js';
import { traceOf } from '../domain/trace.js';
import { DOCTOR_CHECKS } from './doctor-checks.js';
import { engineFailure } from './failures.js';
/** Without a repository there is nothing else in it to look at. */
const HOPELESS = new Set(['NO_REPOSITORY', 'UNREACHABLE']);
/** Looks at everything that a rollback needs; changes no release. Never throws: what fails is in the report. */
export async function doctor(_request, context) {
    const found = [];
    let hopeless;
    for (const { name, ofStore, look } of DOCTOR_CHECKS) {
        if (ofStore && hopeless !== undefined) {
            found.push({ check: check(name, { result: 'skipped', detail: hopeless }), exitCode: 0 });
            continue;
        }
        const error = await add(found, name, context, async () => [examined(name, await look(context))]);
        if (name !== 'repository')
            continue;
        // What preflight refuses first is seldom all: each look of the store's own is by itself.
        if (error === undefined || !HOPELESS.has(error.code))
            await add(found, 'settings', context, () => diagnosed(context));
        else
            hopeless = 'the repository is out of reach';
    }
    return report({ type: context.store.type, location: context.store.location }, found);
}
/** Adds what a look found, or that it failed; then the error. */
async function add(found, name, { reporter }, look) {
    try {
        found.push(...(await look()));
        return undefined;
    }
    catch (thrown) {
        const error = engineFailure(thrown);
        for (const line of traceOf(error))
            reporter.debug(line);
        found.push(failed(name, error));
        return error;
    }
}
/** The report of a repository, or of inputs, that could not even be opened. */
export function unexamined(error, repository) {
    const rest = DOCTOR_CHECKS.slice(1).map(({ name }) => examined(name, { result: 'skipped', detail: 'nothing could be opened' }));
    return report(repository, [failed('repository', error), ...rest]);
}
/** The same report with one thing more that failed, e.g. that the report itself can't be written. */
export function withFailedCheck(found, name, error) {
    const { check, exitCode } = failed(name, error);
    return {
        ...found,
        checks: [...found.checks, check],
        exit_code: found.exit_code === 0 ? exitCode : found.exit_code,
    };
}
/** What a store knows to look at in itself; a permission or a condition that is missing is 49 as in a rollback. */
async function diagnosed({ store }) {
    const findings = (await store.diagnose?.()) ?? [];
    return findings.map((check) => ({
        check,
        exitCode: check.result === 'failed' ? FAILURES.BAD_INPUT.exitCode : 0,
    }));
}
const check = (name, { result, detail, advice = '' }) => ({
    name,
    result,
    detail,
    advice,
});
const examined = (name, finding) => ({
    check: check(name, finding),
    exitCode: 0,
});
function failed(name, { message, details, advice, exitCode }) {
    const detail = [message, ...details].join('; ');
    return { check: { name, result: 'failed', detail, advice }, exitCode };
}
function report({ type, location }, found) {
    return {
        schema_version: 1,
        repository_type: type,
        repository_location: location,
        checks: found.map((each) => each.check),
        exit_code: found.find(({ exitCode }) => exitCode !== 0)?.exitCode ?? 0,
    };
}
