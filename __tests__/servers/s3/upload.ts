import type { Algorithm, Checksum } from './checksums.ts';
import type { Content } from './content.ts';
import type { Attributes } from './version.ts';

export interface Part {
  readonly number: number;
  readonly content: Content;
  readonly etag: string;
  readonly checksum: Checksum | undefined;
  readonly lastModified: number;
}

/** A multipart upload that is neither completed nor aborted. Never changed: another value takes its place. */
export interface Upload {
  readonly id: string;
  readonly key: string;
  readonly initiated: number;
  readonly attributes: Attributes;
  readonly algorithm: Algorithm | undefined;
  readonly checksumType: Checksum['type'] | undefined;
  readonly parts: ReadonlyMap<number, Part>;
}
