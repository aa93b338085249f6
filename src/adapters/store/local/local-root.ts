import { failure } from '../../../domain/errors.ts';
import { printable } from '../../../domain/version.ts';
import type { Clock } from '../../../ports/clock.ts';

/** The folder that is the repository, and the clock of the machine that it is on. */
export interface LocalRoot {
  /** Absolute. */
  readonly path: string;
  readonly clock: Clock;
}

/** Where a key lies; a key that would leave the repository is refused, whoever made it. */
export function pathOf(root: LocalRoot, key: string): string {
  const plain = key.endsWith('/') ? key.slice(0, -1) : key;
  if (plain === '') return root.path;
  const leaves = plain.split('/').some((part) => part === '' || part === '.' || part === '..');
  if (leaves || plain.includes('\0')) {
    throw failure('BAD_INPUT', `'${printable(key)}' is no place inside the repository`);
  }
  return `${root.path}/${plain}`;
}

/** First part of a key: the version, or the name of a file or folder of ours. */
export const firstPart = (key: string): string => key.split('/', 1)[0] ?? '';

const OURS = /^(?:\.rollback-(?:backups|log|work)|index\.json|index\.md|index\.json\.lock)$/;

/** Whether the first part is a name that this program gives, not a version. */
export const isOurs = (key: string): boolean => OURS.test(firstPart(key));

const TEMPORARY = '.tmp-';
const HOLDS_TEMPORARIES = /^(?:\.rollback-(?:log|work)\/(?:.*\/)?|\.rollback-backups\/(?:[^/]*\/)?)?$/s;

/** A file of ours that has no name yet; an artifact may be called like that, so version folders are left out. */
export const isTemporary = (prefix: string, name: string): boolean =>
  name.startsWith(TEMPORARY) && HOLDS_TEMPORARIES.test(prefix);
