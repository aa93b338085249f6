import type { ListObjectVersionsCommand } from '@aws-sdk/client-s3';
export type VersionKind = 'Version' | 'DeleteMarker';
/**
 * Notes in which order versions and markers stand in the answer to a command, before the SDK puts them into two lists:
 * their times, in whole seconds, don't tell what is newer. To be called before the command is sent; the result is asked
 * for after.
 */
export declare function keepOrder(command: ListObjectVersionsCommand): () => readonly VersionKind[];
/** A '<' in a key or name is escaped, so these are the elements themselves. */
export declare const orderIn: (xml: string) => readonly VersionKind[];
