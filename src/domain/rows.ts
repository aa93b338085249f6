import { columnsOf, fromColumns } from './columns.ts';

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
export const AT_ONCE = 64;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Rows that are made when they are asked for. */
export abstract class LazyRows<T> implements Rows<T> {
  abstract readonly length: number;

  /** Neighbours cost little; what lies far apart is made with all around it. Throws RangeError. */
  abstract at(position: number): T;

  abstract [Symbol.iterator](): Iterator<T>;

  map<U>(each: (item: T) => U): readonly U[] {
    return Array.from(this, each);
  }

  /** The same rows, seen through what was kept: nothing is packed twice. */
  filter(keep: (item: T) => unknown): Rows<T> {
    const kept = new Uint8Array(this.length);
    let position = 0;
    for (const item of this) {
      kept[position] = Number(Boolean(keep(item)));
      position += 1;
    }
    return chosen(this, (at) => kept[at] === 1);
  }

  /** The same rows, each as `view` shows it whenever it is asked for. */
  through<U>(view: (item: T, position: number) => U): LazyRows<U> {
    return new ViewedRows(this, view);
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
}

/**
 * Plain JSON values as UTF-8 outside of the heap, made into objects again whenever they are asked for: of 100,000
 * objects that live the garbage collector lets the heap grow to a multiple, and follows each of them.
 */
export class PackedRows<T> extends LazyRows<T> {
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
    this.#blocks.push(encoder.encode(columnsOf(this.#last)));
    this.#last = [];
  }

  at(position: number): T {
    const item = this.#block(Math.floor(position / AT_ONCE))[position % AT_ONCE];
    if (item === undefined) throw new RangeError(`there is no row ${position}`);
    return item;
  }

  *[Symbol.iterator](): Generator<T> {
    for (let block = 0; block <= this.#blocks.length; block += 1) yield* this.#block(block);
  }

  /** The one that was asked for last is kept, since the next question mostly is for its neighbour. */
  #block(block: number): readonly T[] {
    const bytes = this.#blocks[block];
    if (bytes === undefined) return block === this.#blocks.length ? this.#last : [];
    if (this.#unpacked?.block === block) return this.#unpacked.items;
    const items = fromColumns<T>(decoder.decode(bytes));
    this.#unpacked = { block, items };
    return items;
  }
}

class ViewedRows<T, U> extends LazyRows<U> {
  readonly #rows: LazyRows<T>;
  readonly #view: (item: T, position: number) => U;

  constructor(rows: LazyRows<T>, view: (item: T, position: number) => U) {
    super();
    this.#rows = rows;
    this.#view = view;
  }

  get length(): number {
    return this.#rows.length;
  }

  at(position: number): U {
    return this.#view(this.#rows.at(position), position);
  }

  *[Symbol.iterator](): Generator<U> {
    let position = 0;
    for (const item of this.#rows) {
      yield this.#view(item, position);
      position += 1;
    }
  }
}

/** Some of other rows, by their positions. */
class ChosenRows<T> extends LazyRows<T> {
  readonly #rows: LazyRows<T>;
  readonly #positions: Uint32Array;

  constructor(rows: LazyRows<T>, positions: Uint32Array) {
    super();
    this.#rows = rows;
    this.#positions = positions;
  }

  get length(): number {
    return this.#positions.length;
  }

  at(position: number): T {
    const at = this.#positions[position];
    if (at === undefined) throw new RangeError(`there is no row ${position}`);
    return this.#rows.at(at);
  }

  *[Symbol.iterator](): Generator<T> {
    for (const at of this.#positions) yield this.#rows.at(at);
  }
}

function chosen<T>(rows: LazyRows<T>, keep: (position: number) => boolean): LazyRows<T> {
  const positions = new Uint32Array(rows.length);
  let count = 0;
  for (let at = 0; at < positions.length; at += 1) {
    if (!keep(at)) continue;
    positions[count] = at;
    count += 1;
  }
  if (count === rows.length) return rows;
  return new ChosenRows(rows, positions.slice(0, count));
}

/** The rows whose positions are kept; of lazy ones none is made for it. */
export function choose<T>(rows: Rows<T>, keep: (position: number) => boolean): Rows<T> {
  return rows instanceof LazyRows ? chosen(rows, keep) : [...rows].filter((_, position) => keep(position));
}

/** The rows as `view` shows them; lazy ones whenever they are asked for. */
export function view<T, U>(rows: Rows<T>, as: (item: T) => U): Rows<U> {
  return rows instanceof LazyRows ? rows.through((item) => as(item)) : rows.map(as);
}
