import { failure } from '../../../domain/errors.ts';
import { printable } from '../../../domain/version.ts';
import type { KeyMap } from '../remote/key-map.ts';
import { encoded } from './json-api.ts';

/** Names of objects as the service has them: cloud.google.com/storage/docs/objects#naming. */
export class Names {
  readonly keys: KeyMap;
  readonly bucket: string;

  constructor(keys: KeyMap, bucket: string) {
    this.keys = keys;
    this.bucket = bucket;
  }

  /** The whole name of a key's object. Throws BAD_INPUT for one that the service can't have. */
  nameOf(key: string): string {
    const name = this.keys.toBucket(key);
    const problem = problemOf(name);
    if (problem === undefined) return name;
    throw failure('BAD_INPUT', `Google Cloud Storage has no object named '${printable(name)}': ${problem}`);
  }

  bucketPath(below = ''): string {
    return `/b/${encoded(this.bucket)}${below}`;
  }

  objectPath(key: string): string {
    return this.bucketPath(`/o/${encoded(this.nameOf(key))}`);
  }
}

/** A name that could not be sent would be another one, or the bucket itself, to a URL parser in between. */
function problemOf(name: string): string | undefined {
  if (name === '.' || name === '..') return "'.' and '..' are no names";
  if (/[\r\n]/.test(name)) return 'it contains a line break';
  if (name.startsWith('.well-known/acme-challenge/')) return 'that place is reserved';
  return undefined;
}
