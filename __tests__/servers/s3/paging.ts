import type { SortedMap } from './sorted-map.ts';

export interface Walk {
  readonly prefix: string;
  /** Empty where nothing is rolled up. */
  readonly delimiter: string;
  /** The place in the keys to begin at. */
  readonly from: number;
}

/** A key, or a prefix that stands for all keys below it. */
export type Listed = { readonly key: string } | { readonly commonPrefix: string };

/** Goes through the keys that begin with a prefix, in UTF-8 order, and past what a delimiter rolls up in one step. */
export function* walk<V>(
  keys: SortedMap<V>,
  { prefix, delimiter, from }: Walk,
  isShown: (value: V) => boolean,
): Generator<Listed> {
  let at = Math.max(from, keys.seek(prefix));
  for (let key = keys.keyAt(at); key?.startsWith(prefix); key = keys.keyAt(at)) {
    const value = keys.get(key);
    const shown = value !== undefined && isShown(value);
    const commonPrefix = rolledUp(key, prefix, delimiter);
    if (shown) yield commonPrefix === undefined ? { key } : { commonPrefix };
    at = shown && commonPrefix !== undefined ? keys.seekPast(commonPrefix) : at + 1;
  }
}

/** The common prefix that a key disappears in, if any. */
function rolledUp(key: string, prefix: string, delimiter: string): string | undefined {
  const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
  return end < 0 ? undefined : key.slice(0, end + delimiter.length);
}

/** Where a list goes on after what the last page ended with: also past a common prefix as a whole. */
export function placeAfter<V>(keys: SortedMap<V>, marker: string, prefix: string, delimiter: string): number {
  return rolledUp(marker, prefix, delimiter) === marker ? keys.seekPast(marker) : keys.seekAfter(marker);
}

/** As `encoding-type=url` has it: a blank is a plus, a slash stays. */
function urlEncode(text: string): string {
  const escaped = encodeURIComponent(text).replace(
    /[!'()]/g,
    (each) => `%${each.charCodeAt(0).toString(16)}`,
  );
  return escaped.replaceAll('%20', '+').replaceAll('%2F', '/');
}

export function encoderOf(query: URLSearchParams): (text: string) => string {
  return query.get('encoding-type') === 'url' ? urlEncode : (text) => text;
}
