import { userInfo } from 'node:os';
import type { Identity } from '../../request/parse.ts';

/** Who runs the command, for the log and the audit trail. */
export function identity(): Identity {
  return { actor: userName(), run: 'cli' };
}

/** A user id without a name (as containers have) makes userInfo throw. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}
