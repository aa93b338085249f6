/** The most names in one chunk; a full one is cut in half. */
const CHUNK = 1024;

/** Names in the order of their UTF-8 bytes, in chunks, so that a change and a page cost little in a big bucket. */
export class SortedNames {
  readonly #chunks: string[][];

  constructor(names?: SortedNames) {
    this.#chunks = names === undefined ? [[]] : names.#chunks.map((chunk) => [...chunk]);
  }

  add(name: string): void {
    const index = this.#chunkOf(name);
    const chunk = this.#chunks[index] as string[];
    const at = lowerBound(chunk, name);
    if (chunk[at] === name) return;
    chunk.splice(at, 0, name);
    if (chunk.length > CHUNK) this.#chunks.splice(index + 1, 0, chunk.splice(CHUNK / 2));
  }

  delete(name: string): void {
    const index = this.#chunkOf(name);
    const chunk = this.#chunks[index] as string[];
    const at = lowerBound(chunk, name);
    if (chunk[at] === name) chunk.splice(at, 1);
    if (chunk.length === 0 && this.#chunks.length > 1) this.#chunks.splice(index, 1);
  }

  /** The names from `first` on; nothing may change meanwhile. */
  *from(first: string): Generator<string, undefined> {
    let index = this.#chunkOf(first);
    let at = lowerBound(this.#chunks[index] as string[], first);
    for (; index < this.#chunks.length; index += 1, at = 0) {
      const chunk = this.#chunks[index] as string[];
      for (; at < chunk.length; at += 1) yield chunk[at] as string;
    }
  }

  /** The names behind all those that start with `prefix`. */
  behind(prefix: string): Generator<string, undefined> {
    return this.from(`${prefix}\u{10ffff}`);
  }

  /** The last chunk that does not begin behind `name`. */
  #chunkOf(name: string): number {
    let low = 0;
    let high = this.#chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (compareUtf8(this.#chunks[middle]?.[0] as string, name) <= 0) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** The index of the first name that is not before `name`. */
function lowerBound(names: readonly string[], name: string): number {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareUtf8(names[middle] as string, name) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
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
