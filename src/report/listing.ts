import type { RollbackError } from '../domain/errors.ts';
import type { FailedListing, ListedRelease, ListedRollback, RepositoryListing } from '../domain/listing.ts';
import type { RepositoryTypeName } from '../domain/types.ts';
import { harmlessJson, oneLine } from './safe-text.ts';
import { commandFor, type Reach } from './undo-command.ts';
import { counted, grouped, placeOf } from './words.ts';

/** What `list --json` prints, and what it prints when it fails. */
export const listingJson = (listing: RepositoryListing | FailedListing): string =>
  `${harmlessJson(JSON.stringify(listing, null, 2))}\n`;

export function failedListing(
  { code, message, details, advice, exitCode }: RollbackError,
  where: { readonly type: RepositoryTypeName; readonly location: string },
): FailedListing {
  return {
    schema_version: 1,
    repository_type: where.type,
    repository_location: where.location,
    exit_code: exitCode,
    error_code: code,
    errors: [message, ...details],
    advice,
  };
}

/** What `release-rollback list` prints: releases, rollbacks, what is open. Warnings are the caller's to print. */
export function listingText(listing: RepositoryListing, reach: Reach = listing): string {
  const { releases, rollbacks, open } = listing;
  const blocks = [
    [`Repository: ${oneLine(placeOf(listing))}`, latestLine(listing)],
    [
      `Releases (${grouped(releases.length)})`,
      ...columns(releases.map((each) => releaseRow(each, listing.latest))),
    ],
    [`Rollbacks (${grouped(rollbacks.length)})`, ...columns(rollbacks.map(rollbackRow))],
    ...(open === null
      ? []
      : [
          [
            `Open: ${open.operation} of ${oneLine(open.version)} (rollback id ${oneLine(open.rollback_id)}), begun ${oneLine(open.began)}`,
            `  If its run is dead: ${commandFor('recover', [], reach)}`,
          ],
        ]),
  ];
  return blocks.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

const latestLine = ({ latest }: RepositoryListing): string =>
  `Latest:     ${latest === '' ? 'none' : oneLine(latest)}`;

function releaseRow(release: ListedRelease, latest: string): readonly string[] {
  const state = release.artifacts_removed ? 'artifacts rolled back' : counted(release.artifacts, 'artifact');
  return [release.version, release.timestamp, state + (release.version === latest ? ', latest' : '')];
}

const STATES = { rolled_back: 'rolled back', restored: 'restored', reverted: 'reverted' } as const;

function rollbackRow(rollback: ListedRollback): readonly string[] {
  const { rollback_id: id, version, time, rollback_type: type, state, backup_path } = rollback;
  return [id, version, time, type, STATES[state], hintOf(rollback), backup_path];
}

function hintOf({ rollback_id: id, state, can_restore, backup_gone }: ListedRollback): string {
  if (can_restore) return `restore --rollback-id ${id}`;
  if (state !== 'rolled_back') return '';
  return backup_gone === true ? 'backup is gone' : 'cannot be restored';
}

/** Rows as columns of equal width, two spaces apart; 'none' where there is no row. */
function columns(rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return ['  none'];
  const safe = rows.map((row) => row.map((cell) => oneLine(cell, 200)));
  const widths = (safe[0] ?? []).map((_, i) =>
    safe.reduce((most, row) => Math.max(most, row[i]?.length ?? 0), 0),
  );
  return safe.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd());
}
