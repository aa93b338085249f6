import { BACKUPS } from '../domain/keys.ts';
import { readPrefix } from './bucket-place.ts';
import type { OptionReader } from './option-reader.ts';

const NAME = 'backup-prefix';

/** A folder of the same bucket for backups; empty when they stay in their usual place below the repository. */
export function readBackupPrefix(reader: OptionReader, repository: string): string {
  const given = reader.given(NAME);
  if (given === undefined) return '';
  if (given === '' || given === '/') {
    reader.problem(NAME, 'is empty; leave it out, and backups go to .rollback-backups/ below the repository');
    return '';
  }
  const prefix = readPrefix(reader, NAME, given);
  if (prefix === '') return '';
  const [root, backups] = [folder(repository), folder(prefix)];
  if (backups === root + BACKUPS) return '';
  // A folder of backups among the releases may have a release's name, now or later; and a backup beside another
  // repository's releases looks like one of them.
  if (backups.startsWith(root)) {
    const where = root === '' ? 'the repository, which is the whole bucket' : 'the repository';
    reader.problem(
      NAME,
      `lies inside ${where}; only .rollback-backups/ is safe there, and it is the default`,
    );
  } else if (root.startsWith(backups)) {
    reader.problem(NAME, 'contains the repository; give a folder beside it');
  }
  return prefix;
}

const folder = (prefix: string): string => (prefix === '' ? '' : `${prefix}/`);
