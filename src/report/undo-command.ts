import type { RollbackReport } from '../domain/report.ts';
import { actingOf, changedItself } from './facts.ts';
import { isHarmless } from './safe-text.ts';

/** Flags that take no value; they are there only when they are on. */
const SWITCHES: ReadonlySet<string> = new Set(['s3-force-path-style', 'single-writer']);

type Flags = readonly (readonly [name: string, value: string])[];

/** The command line that undoes what the report tells of; undefined when nothing was done or nothing can undo it. */
export function undoCommand(report: RollbackReport): string | undefined {
  const undo = undoing(report);
  if (undo === undefined) return undefined;
  const flags = undo.flags.map(([name, value]) =>
    SWITCHES.has(name) ? `--${name}` : `--${name} ${shellQuoted(value)}`,
  );
  return ['release-rollback', undo.operation, ...flags].join(' ');
}

/** The same for the Action: the `with:` block of a step. */
export function undoInputs(report: RollbackReport): string | undefined {
  const undo = undoing(report);
  if (undo === undefined) return undefined;
  const inputs: Flags = [['operation', undo.operation], ...undo.flags];
  return ['with:', ...inputs.map(([name, value]) => `  ${name}: ${yamlQuoted(value)}`)].join('\n');
}

function undoing(report: RollbackReport): { operation: string; flags: Flags } | undefined {
  if (report.dry_run || !changedItself(report) || report.version === '') return undefined;
  // Given up: no rollback is known that a restore could undo.
  if (report.error_code === 'ABANDONED') return undefined;
  const repository = repositoryFlags(report);
  if (repository === undefined) return undefined;
  if (actingOf(report) === 'restore') {
    const flags: Flags = [
      ['version', report.version],
      ['rollback-type', report.rollback_type],
    ];
    return { operation: 'rollback', flags: [...flags, ...repository] };
  }
  if (!report.can_restore || report.rollback_id === '') return undefined;
  return { operation: 'restore', flags: [['rollback-id', report.rollback_id], ...repository] };
}

/** A bucket is more than its location: endpoint, region and backup prefix lead to it, too. Nothing is guessed at. */
function repositoryFlags(report: RollbackReport): Flags | undefined {
  const { repository_type: type, repository_location: location, repository_options: options } = report;
  const kind = ['repository-type', type] as const;
  if (type === 'local') return [kind, ['repository-path', location]];
  return options === undefined ? undefined : [kind, ...Object.entries(options)];
}

/** A word for a POSIX shell; for what can't be shown on one line, the form of bash, zsh and ksh. */
export function shellQuoted(text: string): string {
  if (/^[A-Za-z0-9_./:@%+=,~-]+$/.test(text) && !text.startsWith('~')) return text;
  if (isHarmless(text)) return `'${text.replaceAll("'", "'\\''")}'`;
  const escaped = [...text].map((character) => {
    if (character === "'" || character === '\\') return `\\${character}`;
    if (/^[\x20-\x7e]$/.test(character) && character !== '#' && character !== ':') return character;
    const code = character.codePointAt(0) ?? 0;
    return code < 0x80 ? `\\x${hex(code, 2)}` : code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
  });
  return `$'${escaped.join('')}'`;
}

/** Always quoted: `12345678` and `1e234567` are text here. */
function yamlQuoted(text: string): string {
  if (isHarmless(text)) return `'${text.replaceAll("'", "''")}'`;
  const escaped = JSON.stringify(text).replace(/[^\x20-\x7e]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
  });
  return escaped;
}

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');
