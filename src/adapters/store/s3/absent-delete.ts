import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { WORK } from '../../../domain/keys.ts';
import { ConflictError } from '../../../ports/object-store.ts';
import { UNGUARDED } from '../../../ports/workspace.ts';
import { unlessAbsent } from './caller.ts';
import { type Dialect, NEVER, quoted, type S3Context } from './context.ts';
import { asCondition } from './etag.ts';
import { removeVersion } from './remove.ts';
import type { Versioning } from './settings.ts';

/**
 * Whether a delete of what is not there is judged by its condition, and so changes nothing: tried in a place of the
 * probe's own, where a marker that is placed all the same is removed again. Undefined where no markers are placed.
 */
export async function judgesAbsentDeletes(
  context: S3Context,
  { holds, bareEtags }: Dialect,
  { versioning, id }: { readonly versioning: Versioning | undefined; readonly id: string },
): Promise<boolean | undefined> {
  if (versioning === 'Off') return undefined;
  if (!holds.conditional_delete) return false;
  const key = `${WORK}probe-${id}/not-there`;
  const command = {
    Bucket: context.bucket,
    Key: context.keys.toBucket(key),
    IfMatch: asCondition(NEVER, bareEtags),
  };
  const doing = { what: `delete ${quoted(key)}, which is not there`, action: 's3:DeleteObject', key };
  const asked = context.caller.ask(doing, (client, options) =>
    client.send(new DeleteObjectCommand(command), options),
  );
  try {
    const answer = await unlessAbsent(asked);
    if (answer === undefined) return true;
    const placed = answer.VersionId !== undefined || answer.DeleteMarker === true;
    // Many stores answer a delete of nothing like any other; where versions are kept that is no proof.
    if (!placed && versioning === undefined) return true;
    // Not seen by a listing, and small; so a permission that is missing for it is no matter.
    if (answer.VersionId !== undefined)
      await removeVersion(context, key, answer.VersionId, UNGUARDED).catch(() => {});
    return false;
  } catch (thrown) {
    if (thrown instanceof ConflictError) return true;
    throw thrown;
  }
}
