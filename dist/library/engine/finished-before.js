/**
 * Runs `settling`, and tells what it brought to its end before our own operation began, also when it fails: no part of
 * ours, but the repository is not what it was.
 */
export async function tellingRecovered(draft, recovered, settling) {
    const before = recovered.length;
    try {
        return await settling();
    }
    finally {
        tellRecovered(draft, recovered.slice(before));
    }
}
export function tellRecovered(draft, recovered) {
    for (const each of recovered)
        tellOne(draft, each);
}
function tellOne(draft, { open, report, ending }) {
    const { operation, version, rollback_id } = open;
    draft.notes.push(`First brought to its end: ${operation} of ${version} (${open.run || 'another run'}): ${report.summary}`, 
    // What was decided then is in its own evidence.
    ...report.warnings.filter((warning) => !open.warnings.includes(warning)));
    draft.fields.recovered = [...(draft.fields.recovered ?? []), { operation, version, rollback_id, ending }];
    if (changedSomething({ open, ending }))
        draft.recoveryChanged = true;
}
/** What is undone from its claim was nothing that anybody saw. */
export const changedSomething = ({ open, ending }) => ending !== 'undone' || open.phase !== 'claimed';
/** A re-run of a killed job is green: it reports what it found begun and finished (DESIGN §3). */
export function finishedFor(request, recovered) {
    return recovered.find(({ open, ending, report }) => ending === 'finished' &&
        report.exit_code === 0 &&
        open.operation === 'rollback' &&
        open.version === request.version &&
        open.rollback_type === request.rollbackType);
}
export function adopt(draft, finished) {
    draft.warn(`finished what run ${finished.open.run || 'unknown'} left`);
    const own = draft.succeed(finished.report.summary);
    return {
        ...finished.report,
        warnings: [...new Set([...finished.report.warnings, ...own.warnings])],
        notes: [...new Set([...finished.report.notes, ...own.notes])],
        ...(own.recovered === undefined ? {} : { recovered: own.recovered }),
        rollback_duration_seconds: own.rollback_duration_seconds,
    };
}
