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

/** Keys in UTF-8 order, put in order when they are looked at: pages of a large bucket cost little. */
export class SortedMap<V> {
  readonly #values: Map<string, V>;
  /** In order up to where it was last looked at; then what came later. Keys that are gone may still be there. */
  #keys: string[];
  #isStale = false;

  constructor(from?: SortedMap<V>) {
    this.#values = new Map(from ? from.#values : []);
    this.#keys = from ? [...from.#inOrder()] : [];
  }

  get size(): number {
    return this.#values.size;
  }

  get(key: string): V | undefined {
    return this.#values.get(key);
  }

  set(key: string, value: V): void {
    if (!this.#values.has(key)) {
      this.#keys.push(key);
      this.#isStale = true;
    }
    this.#values.set(key, value);
  }

  delete(key: string): void {
    if (this.#values.delete(key)) this.#isStale = true;
  }

  keyAt(index: number): string | undefined {
    return this.#inOrder()[index];
  }

  *entries(): Generator<[string, V]> {
    for (const key of this.#inOrder()) {
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

  #inOrder(): readonly string[] {
    if (!this.#isStale) return this.#keys;
    // A Set, for a key that went and came back stands here twice. The sort is quick where most are in order already.
    this.#keys = [...new Set(this.#keys)].filter((key) => this.#values.has(key)).sort(compareUtf8);
    this.#isStale = false;
    return this.#keys;
  }

  #search(isBefore: (key: string) => boolean): number {
    const keys = this.#inOrder();
    let low = 0;
    let high = keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(keys[middle] ?? '')) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
