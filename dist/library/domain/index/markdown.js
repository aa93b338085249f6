import { readEntry } from './entry.js';
const HEADING = '# T.A.R.S. Release Index';
/** `index.md` for this index, as the original publisher writes it; a line whose field is absent is left out. */
export function renderIndexMarkdown(doc) {
    const updated = doc.lastUpdated?.value;
    const head = [
        HEADING,
        ...(updated === undefined ? [] : [`**Last Updated:** ${oneLine(updated)}`]),
        `**Total Releases:** ${doc.totalReleases?.value ?? doc.entries.length}`,
        '',
        '---',
        '',
        '## Published Releases',
    ];
    const releases = doc.entries.flatMap((entry) => ['', ...releaseLines(doc, entry)]);
    return `${[...head, ...releases].join('\n')}\n`;
}
/** Whether a Markdown file is the publisher's index, and so may be rendered again. Its first line decides. */
export function isOurIndexMarkdown(text) {
    const [first = ''] = text.replace(/^\uFEFF/, '').split('\n', 1);
    return first.trimEnd() === HEADING;
}
function releaseLines(doc, entry) {
    const { json, sha256, sizeBytes } = readEntry(doc, entry);
    return [
        `### ${oneLine(entry.version)}`,
        ...line('Timestamp', entry.timestamp),
        ...line('SHA256', sha256 && `${sha256.slice(0, 16)}...`),
        ...line('Size', sizeBytes === undefined ? undefined : `${withThousands(sizeBytes)} bytes`),
        ...line('Artifacts', String(entry.artifactCount)),
        // Not the publisher's: without it a reader would look for artifacts that a rollback took out.
        ...line('Artifacts Removed', entry.removed && (entry.removed.removedAt ?? 'yes')),
        ...line('Signed', json.signed ? '✓' : '✗'),
        ...line('Verification', verdictOf(json.verification)),
        ...line('Validation', verdictOf(json.validation)),
    ];
}
function line(name, value) {
    return value === undefined || value === '' ? [] : [`- **${name}:** ${oneLine(value)}`];
}
function verdictOf(check) {
    if (typeof check !== 'object' || check === null || !Object.hasOwn(check, 'passed'))
        return undefined;
    return check.passed ? '✓ PASSED' : '✗ FAILED';
}
/** What comes from an index is text: it starts no line and no tag of its own. */
function oneLine(text) {
    return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replaceAll('<', '&lt;');
}
function withThousands(count) {
    return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
