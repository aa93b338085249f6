import { compareKeys } from '../../../ports/object-store.ts';
import type { MemoryBucket, MemoryObject } from './memory-bucket.ts';

export interface PageRequest {
  readonly prefix: string;
  /** The last key of the page before; '' for the first. */
  readonly after: string;
  readonly size: number;
  readonly shallow: boolean;
}

/** One page of a listing; a folder (shallow only) has nothing stored. */
export function memoryPage(
  bucket: MemoryBucket,
  request: PageRequest,
): { readonly key: string; readonly stored: MemoryObject | undefined }[] {
  const names = new Set<string>();
  for (const key of bucket.keys(request.prefix)) {
    const name = request.shallow ? shallowName(key, request.prefix) : key;
    if (request.after !== '' && compareKeys(name, request.after) <= 0) continue;
    names.add(name);
    if (names.size === request.size) break;
  }
  return [...names].map((key) => ({ key, stored: bucket.get(key) }));
}

function shallowName(key: string, prefix: string): string {
  const slash = key.indexOf('/', prefix.length);
  return slash === -1 ? key : key.slice(0, slash + 1);
}
