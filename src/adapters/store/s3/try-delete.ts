import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { artifactsPrefix, WORK } from '../../../domain/keys.ts';
import { ConflictError } from '../../../ports/object-store.ts';
import { unlessAbsent } from './caller.ts';
import { type Dialect, NEVER, quoted, type S3Context } from './context.ts';
import { asCondition } from './etag.ts';
import type { Versioning } from './settings.ts';

/** Below a folder: a name that nothing has. */
export const NOTHING = '.rollback-nothing';

export interface Trial {
  readonly version?: string | undefined;
  /** Undefined where it is not known. */
  readonly versioning: Versioning | undefined;
  /** Whether a delete of what is not there is judged by its condition, as far as that was probed. */
  readonly judged: boolean | undefined;
}

/**
 * Whether objects may be deleted, asked by a delete that changes nothing: of a key that is not there, at a revision that
 * no object has. Throws PERMISSION. S3 looks at the permission first, and only then at key and condition.
 */
export async function tryDelete(
  context: S3Context,
  { holds, bareEtags }: Dialect,
  { version, versioning, judged }: Trial,
): Promise<void> {
  // Without a condition that is held a bucket with versions would place a marker over nothing.
  if (versioning !== 'Off' && !(holds.conditional_delete && judged === true)) return;
  const key = `${version === undefined ? WORK : artifactsPrefix(version as never)}${NOTHING}`;
  const command = {
    Bucket: context.bucket,
    Key: context.keys.toBucket(key),
    ...(holds.conditional_delete ? { IfMatch: asCondition(NEVER, bareEtags) } : {}),
  };
  const doing = { what: `try to delete ${quoted(key)}, which is not there`, action: 's3:DeleteObject', key };
  const asked = context.caller.ask(doing, (client, options) =>
    client.send(new DeleteObjectCommand(command), options),
  );
  try {
    await unlessAbsent(asked);
  } catch (thrown) {
    if (!(thrown instanceof ConflictError)) throw thrown;
  }
}
