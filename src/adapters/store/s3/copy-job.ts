import { ConflictError, type CopySource, UnansweredError } from '../../../ports/object-store.ts';
import type { Guard } from '../../../ports/workspace.ts';
import type { Dialect, S3Context } from './context.ts';
import { AbsentError } from './errors.ts';
import { headObject } from './read.ts';

/** One copy on its way, and what it needs. */
export interface CopyJob {
  readonly context: S3Context;
  readonly dialect: Dialect;
  readonly source: CopySource;
  readonly to: string;
  readonly guard: Guard;
}

/** Which of the two is not as it was believed: the answer does not say it everywhere. */
export async function blamed({ context, source, to }: CopyJob, thrown: unknown): Promise<unknown> {
  if (thrown instanceof AbsentError && thrown.code === 'NoSuchUpload') return withoutUpload(thrown);
  if (thrown instanceof AbsentError) return new ConflictError(source.key, { cause: thrown });
  if (!(thrown instanceof ConflictError)) return thrown;
  const standing = await headObject(context, source.key);
  const changed = standing?.revision !== source.revision;
  return new ConflictError(changed ? source.key : to, { cause: thrown });
}

/** A lifecycle rule or a person took the upload away: nothing was made, and the whole copy may be asked for again. */
export const withoutUpload = (cause: AbsentError): UnansweredError =>
  new UnansweredError(`${cause.message}: somebody aborted the upload`, { landed: 'no', cause });
