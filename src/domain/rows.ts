/** What is asked of a list of any length; every array is one. */
export interface Rows<T> extends Iterable<T> {
  readonly length: number;
  map<U>(each: (item: T) => U): readonly U[];
  filter(keep: (item: T) => unknown): Rows<T>;
  every(holds: (item: T) => unknown): boolean;
  some(holds: (item: T) => unknown): boolean;
  reduce<U>(add: (sum: U, item: T) => U, start: U): U;
}

/** Items that are made into text, and back, at once. */
const AT_ONCE = 64;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Plain JSON values as UTF-8 outside of the heap, made into objects again whenever they are asked for: of 100,000
 * objects that live the garbage collector lets the heap grow to a multiple, and follows each of them.
 */
export class PackedRows<T> implements Rows<T> {
  readonly #blocks: Uint8Array[] = [];
  #last: T[] = [];
  #length = 0;
  #unpacked: { readonly block: number; readonly items: readonly T[] } | undefined;

  static from<T>(items: Iterable<T>): PackedRows<T> {
    const rows = new PackedRows<T>();
    for (const item of items) rows.push(item);
    return rows;
  }

  get length(): number {
    return this.#length;
  }

  /** What is pushed must not be changed any more. */
  push(item: T): void {
    this.#last.push(item);
    this.#length += 1;
    if (this.#last.length < AT_ONCE) return;
    this.#blocks.push(encoder.encode(JSON.stringify(this.#last)));
    this.#last = [];
  }

  /** Neighbours cost nothing more; what lies far apart is unpacked with all around it. Throws RangeError. */
  at(position: number): T {
    const item = this.#block(Math.floor(position / AT_ONCE))[position % AT_ONCE];
    if (item === undefined) throw new RangeError(`there is no row ${position}`);
    return item;
  }

  *[Symbol.iterator](): Generator<T> {
    for (let block = 0; block <= this.#blocks.length; block += 1) yield* this.#block(block);
  }

  map<U>(each: (item: T) => U): readonly U[] {
    return Array.from(this, each);
  }

  filter(keep: (item: T) => unknown): PackedRows<T> {
    const kept = new PackedRows<T>();
    for (const item of this) if (keep(item)) kept.push(item);
    return kept;
  }

  every(holds: (item: T) => unknown): boolean {
    return !this.some((item) => !holds(item));
  }

  some(holds: (item: T) => unknown): boolean {
    for (const item of this) if (holds(item)) return true;
    return false;
  }

  reduce<U>(add: (sum: U, item: T) => U, start: U): U {
    let sum = start;
    for (const item of this) sum = add(sum, item);
    return sum;
  }

  /** The one that was asked for last is kept, since the next question mostly is for its neighbour. */
  #block(block: number): readonly T[] {
    const bytes = this.#blocks[block];
    if (bytes === undefined) return block === this.#blocks.length ? this.#last : [];
    if (this.#unpacked?.block === block) return this.#unpacked.items;
    const items: readonly T[] = JSON.parse(decoder.decode(bytes));
    this.#unpacked = { block, items };
    return items;
  }
}
