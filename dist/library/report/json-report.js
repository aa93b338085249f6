import { harmlessJson } from './safe-text.js';
/** The JSON report: UTF-8, two spaces, a line end; on a terminal or in a workflow log it is only text. */
export function encodeReport(report) {
    return new TextEncoder().encode(`${harmlessJson(JSON.stringify(report, null, 2))}\n`);
}
const MOST_MESSAGES = 100;
const LONGEST_MESSAGE = 1000;
/** For an output of the Action, which holds at most 1 MB. */
export function withoutFileLists({ artifacts_removed: _, ...rest }) {
    return { ...rest, warnings: brief(rest.warnings), errors: brief(rest.errors), notes: brief(rest.notes) };
}
function brief(messages) {
    const shown = messages.slice(0, MOST_MESSAGES).map((message) => message.slice(0, LONGEST_MESSAGE));
    const more = messages.length - shown.length;
    return more > 0 ? [...shown, `... and ${more} more`] : shown;
}
