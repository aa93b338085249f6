import type { Bucket } from '../bucket.ts';
import { jsonOf } from '../call.ts';
import type { Context, Handler } from '../context.ts';
import { GcsError, required } from '../errors.ts';

/**
 * Folders are real only with a hierarchical namespace. Here one is there as long as an object is below it, so that this
 * has but two answers: there already, or its parent is not. cloud.google.com/storage/docs/json_api/v1/folders/insert
 */
export const insertFolder: Handler = (context, call) => {
  const bucket = context.state.bucket(call.bucket);
  const { name } = jsonOf(call.body);
  if (typeof name !== 'string' || name === '') throw required('Required parameter: name');
  if (!isHierarchical(bucket)) {
    throw new GcsError(409, 'conflict', 'The bucket does not support hierarchical namespace.');
  }
  context.permissions.check('storage.folders.create', bucket, name);
  if (isThere(bucket, name))
    throw new GcsError(409, 'conflict', 'The folder you tried to create already exists.');
  if (isThere(bucket, parentOf(name))) throw new GcsError(501, 'notImplemented', 'No empty folders here.');
  throw new GcsError(404, 'notFound', 'The parent folder does not exist.');
};

/** "If a destination folder doesn't exist, the move operation creates the folder": that takes a permission. */
export function checkFolders(context: Context, bucket: Bucket, name: string): void {
  const folder = parentOf(name);
  if (!isHierarchical(bucket) || folder === '' || isThere(bucket, folder)) return;
  context.permissions.check('storage.folders.create', bucket, folder);
}

const isHierarchical = ({ config }: Bucket): boolean => config.hierarchicalNamespace?.enabled === true;

const isThere = (bucket: Bucket, folder: string): boolean => bucket.names(folder).length > 0;

/** With '/' at its end; empty for what lies in the bucket itself. */
const parentOf = (name: string): string => name.slice(0, name.replace(/\/$/, '').lastIndexOf('/') + 1);
