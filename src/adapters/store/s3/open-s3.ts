import { TOOL_VERSION } from '../../../domain/tool-version.ts';
import type { S3StoreOptions, S3StoreParts } from './options.ts';
import { S3Store } from './s3-store.ts';

/** A store with this process's chance and environment; sends nothing yet. */
export function openS3(
  options: S3StoreOptions,
  parts: Pick<S3StoreParts, 'clock' | 'debug'>,
): Promise<S3Store> {
  return S3Store.open(options, {
    ...parts,
    toolVersion: TOOL_VERSION,
    random: Math.random,
    env: process.env,
  });
}
