import type { Capabilities } from '../remote/capabilities.ts';
import type { S3Context } from './context.ts';
import type { Versioning } from './settings.ts';
/** Where versions are kept a delete of what is not there places a marker, and no copies are made that would have to go. */
export declare const triesBoth: ({ batch_delete: batches }: Capabilities, versioning: Versioning | undefined) => boolean;
/**
 * Tries at once to delete below the release and below the backups, at names that nothing has. Nothing depends on the
 * second: a copy that is not needed after all would stay, which is a warning. Whatever the first meets is for `alone` to
 * say, which tries it by itself.
 */
export declare function tryDeletes(context: S3Context, version: string, alone: () => Promise<void>): Promise<readonly string[]>;
