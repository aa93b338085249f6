/** Names in the order of their UTF-8 bytes, so that a page of a listing costs its own length. */
export class SortedNames {
  readonly #names: string[] = [];

  add(name: string): void {
    const at = this.lowerBound(name);
    if (this.#names[at] !== name) this.#names.splice(at, 0, name);
  }

  delete(name: string): void {
    const at = this.lowerBound(name);
    if (this.#names[at] === name) this.#names.splice(at, 1);
  }

  at(index: number): string | undefined {
    return this.#names[index];
  }

  /** The index of the first name that is not before `name`. */
  lowerBound(name: string): number {
    let low = 0;
    let high = this.#names.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareUtf8(this.#names[middle] as string, name) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The index of the first name behind all those that start with `prefix`. */
  behind(prefix: string): number {
    return this.lowerBound(`${prefix}\u{10ffff}`);
  }
}

/** UTF-16 units in the order of the code points that they stand for: surrogates behind all others. */
export function compareUtf8(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
