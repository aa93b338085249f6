import type { HeadObjectCommandOutput } from '@aws-sdk/client-s3';
import { failure } from '../../../domain/errors.ts';
import { quoted } from './context.ts';
import type { CopyJob } from './copy-job.ts';
import { revisionOf } from './etag.ts';
import { headAnswer } from './read.ts';
import { isComposite, SUMS } from './sums.ts';

/** Source and copy as they stand; the source may be gone by now. */
export interface Compared {
  readonly original: HeadObjectCommandOutput | undefined;
  readonly copy: HeadObjectCommandOutput | undefined;
}

/**
 * A copy with another ETag than its source: made of parts, once had parts, or is encrypted with KMS. Then size and
 * checksums tell. Throws BACKUP when they are not the same.
 */
export async function demandSame({ context, source, to }: CopyJob, revision: string): Promise<Compared> {
  const [original, copy] = await Promise.all([
    headAnswer(context, source.key, true),
    headAnswer(context, to, true),
  ]);
  const problem = difference(source.size, original, copy, revision);
  if (problem === undefined) return { original, copy };
  throw failure('BACKUP', `The copy of ${quoted(source.key)} at ${quoted(to)} is not the same: ${problem}`);
}

function difference(
  size: number,
  original: HeadObjectCommandOutput | undefined,
  copy: HeadObjectCommandOutput | undefined,
  revision: string,
): string | undefined {
  if (copy === undefined) return 'it is not there';
  if (revisionOf(copy.ETag) !== revision) return 'somebody wrote over it';
  if (copy.ContentLength !== size) return `it has ${copy.ContentLength} bytes instead of ${size}`;
  // Ceph drops the tags of an upload in parts.
  if ((original?.TagCount ?? 0) !== (copy.TagCount ?? 0)) return 'its tags did not come along';
  // Of parts they depend on where these were cut.
  if (original === undefined || isComposite(original) || isComposite(copy)) return undefined;
  const differing = SUMS.find(
    (sum) => original[sum] !== undefined && copy[sum] !== undefined && original[sum] !== copy[sum],
  );
  return differing === undefined ? undefined : `${differing} differs`;
}
