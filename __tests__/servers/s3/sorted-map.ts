/** Where `a` stands to `b` in the order of their UTF-8 bytes, which is S3's, and not that of JavaScript's `<`. */
export function compareUtf8(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return weight(left) - weight(right);
  }
  return a.length - b.length;
}

/** Surrogates stand for what lies above U+FFFF, so they come last. */
function weight(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** A map whose keys stay in UTF-8 order: pages of a large bucket cost their own length, not the bucket's. */
export class SortedMap<V> {
  readonly #keys: string[];
  readonly #values: Map<string, V>;

  constructor(from?: SortedMap<V>) {
    this.#keys = from ? [...from.#keys] : [];
    this.#values = new Map(from ? from.#values : []);
  }

  get size(): number {
    return this.#keys.length;
  }

  get(key: string): V | undefined {
    return this.#values.get(key);
  }

  set(key: string, value: V): void {
    if (!this.#values.has(key)) this.#keys.splice(this.seek(key), 0, key);
    this.#values.set(key, value);
  }

  delete(key: string): void {
    if (this.#values.delete(key)) this.#keys.splice(this.seek(key), 1);
  }

  keyAt(index: number): string | undefined {
    return this.#keys[index];
  }

  *entries(): Generator<[string, V]> {
    for (const key of this.#keys) {
      const value = this.#values.get(key);
      if (value !== undefined) yield [key, value];
    }
  }

  /** The place of the first key that is not before `key`. */
  seek(key: string): number {
    return this.#search((each) => compareUtf8(each, key) < 0);
  }

  /** The place of the first key after `key`. */
  seekAfter(key: string): number {
    return this.#search((each) => compareUtf8(each, key) <= 0);
  }

  /** The place of the first key after all that begin with `prefix`. */
  seekPast(prefix: string): number {
    return this.#search((each) => each.startsWith(prefix) || compareUtf8(each, prefix) < 0);
  }

  #search(isBefore: (key: string) => boolean): number {
    const last = this.#keys.at(-1);
    if (last === undefined || isBefore(last)) return this.#keys.length;
    let low = 0;
    let high = this.#keys.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(this.#keys[middle] ?? '')) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
