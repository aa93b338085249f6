import { actingOf, changedItself } from './facts.js';
import { isHarmless } from './safe-text.js';
/** Flags that take no value; they are there only when they are on. */
const SWITCHES = new Set(['s3-force-path-style', 'single-writer']);
/** The command line that undoes what the report tells of; undefined when nothing was done or nothing can undo it. */
export function undoCommand(report) {
    const undo = undoing(report);
    if (undo === undefined)
        return undefined;
    return ['release-rollback', undo.operation, ...words(undo.flags)].join(' ');
}
/** `release-rollback recover …` with all that leads to the repository; without it where that is not known. */
export function commandFor(operation, flags, reach) {
    const where = reach.repository_location === '' ? [] : (repositoryFlags(reach) ?? []);
    return ['release-rollback', operation, ...words([...flags, ...where])].join(' ');
}
const words = (flags) => flags.map(([name, value]) => (SWITCHES.has(name) ? `--${name}` : `--${name} ${shellQuoted(value)}`));
/** The same for the Action: a whole step of a workflow. `action` is `owner/repository@ref`. */
export function undoStep(report, action) {
    const undo = undoing(report);
    if (undo === undefined)
        return undefined;
    const inputs = [['operation', undo.operation], ...undo.flags];
    return [
        `- uses: ${isHarmless(action) && /^[\w./@-]+$/.test(action) ? action : yamlQuoted(action)}`,
        '  with:',
        ...inputs.map(([name, value]) => `    ${name}: ${yamlQuoted(value)}`),
    ].join('\n');
}
function undoing(report) {
    if (report.dry_run || !changedItself(report) || report.version === '')
        return undefined;
    // Given up: no rollback is known that a restore could undo.
    if (report.error_code === 'ABANDONED')
        return undefined;
    const repository = repositoryFlags(report);
    if (repository === undefined)
        return undefined;
    if (actingOf(report) === 'restore') {
        const flags = [
            ['version', report.version],
            ['rollback-type', report.rollback_type],
        ];
        return { operation: 'rollback', flags: [...flags, ...repository] };
    }
    if (!report.can_restore || report.rollback_id === '')
        return undefined;
    return { operation: 'restore', flags: [['rollback-id', report.rollback_id], ...repository] };
}
/** A bucket is more than its location: endpoint, region and backup prefix lead to it, too. Nothing is guessed at. */
function repositoryFlags(reach) {
    const { repository_type: type, repository_location: location, repository_options: options } = reach;
    const kind = ['repository-type', type];
    if (type === 'local')
        return [kind, ['repository-path', location]];
    return options === undefined ? undefined : [kind, ...Object.entries(options)];
}
/** A word for a POSIX shell; for what can't be shown on one line, the form of bash, zsh and ksh. */
export function shellQuoted(text) {
    if (/^[A-Za-z0-9_./:@%+=,~-]+$/.test(text) && !text.startsWith('~'))
        return text;
    if (isHarmless(text))
        return `'${text.replaceAll("'", "'\\''")}'`;
    const escaped = [...text].map((character) => {
        if (character === "'" || character === '\\')
            return `\\${character}`;
        if (/^[\x20-\x7e]$/.test(character) && character !== '#' && character !== ':')
            return character;
        const code = character.codePointAt(0) ?? 0;
        return code < 0x80 ? `\\x${hex(code, 2)}` : code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
    });
    return `$'${escaped.join('')}'`;
}
/** Always quoted: `12345678` and `1e234567` are text here. */
function yamlQuoted(text) {
    if (isHarmless(text))
        return `'${text.replaceAll("'", "''")}'`;
    const escaped = JSON.stringify(text).replace(/[^\x20-\x7e]/gu, (character) => {
        const code = character.codePointAt(0) ?? 0;
        return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
    });
    return escaped;
}
const hex = (code, digits) => code.toString(16).padStart(digits, '0');
