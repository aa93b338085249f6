import { type DeletedObject, DeleteObjectsCommand, type _Error as KeyError } from '@aws-sdk/client-s3';
import pMap from 'p-map';
import { asRollbackError, type RollbackError } from '../../../domain/errors.ts';
import { ConflictError, UnansweredError } from '../../../ports/object-store.ts';
import { type Guard, SupersededError } from '../../../ports/workspace.ts';
import { quoted, type S3Context } from './context.ts';
import { AbsentError, translateCode } from './errors.ts';

/** DeleteObjects takes no more. */
export const BATCH = 1000;
/** S3 takes some thousand deletes a second below one prefix; and each batch under way holds its keys and their answers. */
export const BATCHES_AT_ONCE = 4;

/** One object to delete: at a revision, or one of its versions. */
export interface Deletion {
  readonly key: string;
  /** As a condition names it. */
  readonly etag?: string | undefined;
  readonly versionId?: string | undefined;
}

/** What became of one key of a batch. */
export type Deleted =
  | { readonly key: string; readonly result: 'deleted'; readonly markerId: string | undefined }
  | { readonly key: string; readonly result: 'absent' | 'changed' }
  | { readonly key: string; readonly result: 'failed'; readonly error: RollbackError };

export interface DeletionWays {
  /** Deletes one by a request of its own, which asks the guard itself. */
  readonly one: (deletion: Deletion) => Promise<Deleted>;
  readonly guard: Guard;
}

/** Deletes many by one request and reads every answer; keys that XML can't carry go one by one. Throws without any answer. */
export async function deleteBatch(
  context: S3Context,
  deletions: readonly Deletion[],
  { one, guard }: DeletionWays,
): Promise<readonly Deleted[]> {
  const { concurrency } = context;
  const fits = deletions.filter(({ key }) => isXmlSafe(context.keys.toBucket(key)));
  const others = deletions.filter(({ key }) => !isXmlSafe(context.keys.toBucket(key)));
  const together = fits.length === 0 ? [] : await deleteTogether(context, fits, guard);
  const alone = await pMap(others, (deletion) => settled(deletion, one), { concurrency });
  return [...together, ...alone];
}

/** Whatever a request for one key threw, as its answer. */
async function settled(deletion: Deletion, one: DeletionWays['one']): Promise<Deleted> {
  try {
    return await one(deletion);
  } catch (thrown) {
    if (thrown instanceof SupersededError) throw thrown;
    return outcomeOf(deletion.key, thrown);
  }
}

async function deleteTogether(
  context: S3Context,
  deletions: readonly Deletion[],
  guard: Guard,
): Promise<readonly Deleted[]> {
  const action = actionFor(deletions[0]);
  const Objects = deletions.map(({ key, etag, versionId }) => ({
    Key: context.keys.toBucket(key),
    ETag: etag,
    VersionId: versionId,
  }));
  const doing = { what: `delete ${deletions.length} objects`, action };
  const command = { Bucket: context.bucket, Delete: { Objects, Quiet: false } };
  const answer = await context.caller.change(
    doing,
    (client, options) => client.send(new DeleteObjectsCommand(command), options),
    guard,
  );
  const deleted = new Map((answer.Deleted ?? []).map((each) => [each.Key, each]));
  const errors = new Map((answer.Errors ?? []).map((each) => [each.Key, each]));
  return deletions.map(({ key }, at) => {
    const bucketKey = Objects[at]?.Key;
    return answerFor(context, { key, action }, deleted.get(bucketKey), errors.get(bucketKey));
  });
}

function answerFor(
  { caller }: S3Context,
  { key, action }: { readonly key: string; readonly action: string },
  deleted: DeletedObject | undefined,
  error: KeyError | undefined,
): Deleted {
  if (error === undefined && deleted !== undefined) {
    return { key, result: 'deleted', markerId: deleted.DeleteMarkerVersionId };
  }
  const what = `delete ${quoted(key)}`;
  if (error === undefined) {
    const message = `Could not ${what} in ${caller.where.location}: the answer to the batch does not name it`;
    return { key, result: 'failed', error: new UnansweredError(message, { landed: 'unknown' }) };
  }
  const { Code: code = 'UnknownError', Message: message = '' } = error;
  const thrown = { code, message, status: STATUS[code] ?? 400, headers: {} };
  return outcomeOf(key, translateCode(thrown, { what, action, key }, caller.where));
}

function outcomeOf(key: string, thrown: unknown): Deleted {
  if (thrown instanceof AbsentError) return { key, result: 'absent' };
  if (thrown instanceof ConflictError) return { key, result: 'changed' };
  return { key, result: 'failed', error: asRollbackError(thrown) };
}

const actionFor = (deletion: Deletion | undefined): string =>
  deletion?.versionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion';

/** What S3 answers with each code where it stands alone; in a batch it does not say. */
const STATUS: Readonly<Record<string, number>> = {
  AccessDenied: 403,
  NoSuchKey: 404,
  NoSuchVersion: 404,
  InternalError: 500,
  ServiceUnavailable: 503,
  SlowDown: 503,
  BadGateway: 502,
  GatewayTimeout: 504,
};

/** XML has no control characters, and parsers trim and turn around the blanks that it has. */
const isXmlSafe = (key: string): boolean => !/[\p{Cc}\u2028\uFFFE\uFFFF]|^\s|\s$/u.test(key);
