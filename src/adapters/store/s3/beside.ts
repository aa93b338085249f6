import { PutObjectCommand } from '@aws-sdk/client-s3';
import { failure, RollbackError } from '../../../domain/errors.ts';
import { INDEX_KEY, INDEX_MARKDOWN_KEY } from '../../../domain/keys.ts';
import { ConflictError, isUnanswered } from '../../../ports/object-store.ts';
import { type Grants, grantsOf } from './acl.ts';
import { unlessAbsent } from './caller.ts';
import { type Dialect, NEVER, quoted, type S3Context } from './context.ts';
import { asCondition } from './etag.ts';
import { tagging } from './tags.ts';

/** What stands beside an object and does not come with its bytes: as far as it is known whether it can be carried over. */
export class Beside {
  /** Access lists of what is replaced: there can be none, or they are carried over. */
  acls: 'unknown' | 'none' | 'carried' = 'unknown';
  /** Keys whose access list is lost when they are replaced, after a warning. */
  lostAcls: ReadonlySet<string> = new Set();
  /** Whether an answer that counts no tags means that there are none: S3 tells the count only to who may read tags. */
  countsTags = false;
}

/** All that is replaced by a rollback, besides files of ours. */
const REPLACED = [INDEX_KEY, INDEX_MARKDOWN_KEY];

/**
 * Whether the access lists of what is replaced can be put back; warns, before anything changes, where they will be lost.
 * Nothing is asked where objects can have none.
 */
export async function inspectAcls(
  context: S3Context,
  dialect: Dialect,
  objectAcls: boolean | undefined,
): Promise<readonly string[]> {
  const { beside } = context;
  beside.acls = objectAcls === false ? 'none' : 'carried';
  if (objectAcls === false) return [];
  const warned = await Promise.all(
    REPLACED.map(async (key) => ({ key, warning: await aclWarning(context, dialect, key) })),
  );
  beside.lostAcls = new Set(warned.flatMap(({ key, warning }) => (warning === undefined ? [] : [key])));
  return warned.flatMap(({ warning }) => warning ?? []);
}

async function aclWarning(context: S3Context, dialect: Dialect, key: string): Promise<string | undefined> {
  try {
    const grants = await grantsOf(context, key);
    if (grants !== undefined) await tryGrants(context, dialect, key, grants);
    return undefined;
  } catch (thrown) {
    if (isUnanswered(thrown) || !(thrown instanceof RollbackError)) throw thrown;
    return `The access list (ACL) of ${quoted(key)} can't be put back when it is edited, and only the bucket's owner may read it then, unless a policy says otherwise: ${thrown.message}`;
  }
}

/** A put that can't hold, of no object's revision: whether grants may be given is looked at first. */
async function tryGrants(
  context: S3Context,
  { holds, bareEtags }: Dialect,
  key: string,
  grants: Grants,
): Promise<void> {
  if (!holds.compare_and_swap) return;
  const command = {
    Bucket: context.bucket,
    Key: context.keys.toBucket(key),
    Body: new Uint8Array(),
    IfMatch: asCondition(NEVER, bareEtags),
    ...grants,
  };
  const doing = { what: `give ${quoted(key)} an access list`, action: 's3:PutObjectAcl', key };
  try {
    await unlessAbsent(
      context.caller.ask(doing, (client, options) => client.send(new PutObjectCommand(command), options)),
    );
  } catch (thrown) {
    if (!(thrown instanceof ConflictError)) throw thrown;
  }
}

/** Throws BACKUP where it can't be told whether the index has tags: a replacement would lose them. */
export async function inspectTags(context: S3Context): Promise<void> {
  if (context.beside.countsTags) return;
  try {
    await unlessAbsent(tagging(context, INDEX_KEY));
  } catch (thrown) {
    if (isUnanswered(thrown) || !(thrown instanceof RollbackError)) throw thrown;
    throw failure('BACKUP', `Tags that ${quoted(INDEX_KEY)} may have would be lost: ${thrown.message}`, {
      cause: thrown,
      details: thrown.details,
      advice: 'Grant s3:GetObjectTagging, and s3:PutObjectTagging where there are tags.',
    });
  }
}

/** The access list for the object that takes the place of another. */
export async function grantsFor(context: S3Context, key: string): Promise<Grants> {
  const { acls, lostAcls } = context.beside;
  if (acls !== 'carried' || !REPLACED.includes(key) || lostAcls.has(key)) return {};
  return (await grantsOf(context, key)) ?? {};
}
