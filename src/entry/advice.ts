import type { DoctorReport } from '../domain/doctor-report.ts';
import type { RollbackReport } from '../domain/report.ts';
import { commandFor, type Reach } from '../report/undo-command.ts';
import { OPTION_NAMES } from '../request/options.ts';

/** Who reads it: somebody with the command at hand, or somebody with a workflow, who has operations and inputs. */
export type Voice = 'cli' | 'action';

const COMMAND = /`release-rollback (restore|recover|list|doctor)([^`]*)`/g;
/** What is one word only as an option's name. */
const UNMISTAKABLE = OPTION_NAMES.filter((name) => name.includes('-'));
const OPTION = new RegExp(`(^|[\\s(])(--)?(${OPTION_NAMES.join('|')})(?![\\w-])`, 'g');

/** Advice that can be followed as it is printed: commands name their repository, options are called as the reader calls them. */
export function fitting(text: string, reach: Reach, voice: Voice, version = ''): string {
  const pieces = text.split(/(`[^`]*`)/);
  return pieces
    .map((piece) =>
      piece.startsWith('`')
        ? piece.replace(COMMAND, (_, name: string, rest: string) => named(name, rest, reach, voice, version))
        : piece.replace(OPTION, (whole: string, before: string, dashes: string | undefined, name: string) =>
            dashes === undefined && !(UNMISTAKABLE as readonly string[]).includes(name)
              ? whole
              : `${before}${voice === 'cli' ? '--' : ''}${name}`,
          ),
    )
    .join('');
}

function named(name: string, rest: string, reach: Reach, voice: Voice, version: string): string {
  const [, id] = /^ --rollback-id ([0-9a-f]{8})$/.exec(rest) ?? [];
  // What it can't say by its inputs (`list`, `--abandon`) is for the command alone.
  if (voice === 'action' && name !== 'list' && (rest === '' || id !== undefined))
    return `\`operation: ${name}\`${id === undefined ? '' : ` with \`rollback-id: ${id}\``}`;
  const which = name === 'restore' && rest === '' && version !== '' ? [['version', version] as const] : [];
  const command = `\`${commandFor(`${name}${rest}`, which, reach)}\``;
  return voice === 'action' ? `${command} on a command line` : command;
}

export function withFittingAdvice(report: RollbackReport, voice: Voice): RollbackReport {
  const fitted = (text: string): string => fitting(text, report, voice, report.version);
  return { ...report, advice: fitted(report.advice), notes: report.notes.map(fitted) };
}

/** The same of what `doctor` found. */
export function withFittingChecks(report: DoctorReport, reach: Reach, voice: Voice): DoctorReport {
  const checks = report.checks.map((check) => ({ ...check, advice: fitting(check.advice, reach, voice) }));
  return { ...report, checks };
}
