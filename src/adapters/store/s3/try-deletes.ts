import { DeleteObjectsCommand } from '@aws-sdk/client-s3';
import { RollbackError } from '../../../domain/errors.ts';
import { artifactsPrefix, BACKUPS } from '../../../domain/keys.ts';
import { isUnanswered } from '../../../ports/object-store.ts';
import type { Capabilities } from '../remote/capabilities.ts';
import type { S3Context } from './context.ts';
import type { Versioning } from './settings.ts';
import { NOTHING } from './try-delete.ts';

/** Where versions are kept a delete of what is not there places a marker, and no copies are made that would have to go. */
export const triesBoth = ({ batch_delete: batches }: Capabilities, versioning: Versioning | undefined) =>
  batches && versioning === 'Off';

/**
 * Tries at once to delete below the release and below the backups, at names that nothing has. Nothing depends on the
 * second: a copy that is not needed after all would stay, which is a warning. Whatever the first meets is for `alone` to
 * say, which tries it by itself.
 */
export async function tryDeletes(
  context: S3Context,
  version: string,
  alone: () => Promise<void>,
): Promise<readonly string[]> {
  const [release, backup] = [artifactsPrefix(version as never), BACKUPS].map((folder) =>
    context.keys.toBucket(folder + NOTHING),
  );
  const Objects = [{ Key: release }, { Key: backup }];
  const command = { Bucket: context.bucket, Delete: { Objects } };
  const doing = { what: 'try to delete what is not there', action: 's3:DeleteObject' };
  const asked = context.caller.ask(doing, (client, options) =>
    client.send(new DeleteObjectsCommand(command), options),
  );
  const refusals = await asked.then(({ Errors = [] }) => Errors, unlessTold);
  if (refusals === undefined || refusals.some(({ Key }) => Key === release)) await alone();
  if (!refusals?.some(({ Key, Code }) => Key === backup && Code === 'AccessDenied')) return [];
  return [
    `A backup that is not needed after all will stay: s3:DeleteObject is denied below ${context.keys.folderInBucket(BACKUPS)}`,
  ];
}

/** A batch that is refused as a whole says nothing of either. */
function unlessTold(thrown: unknown): undefined {
  if (isUnanswered(thrown) || !(thrown instanceof RollbackError)) throw thrown;
}
