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

  filter(keep: (item: T) => unknown): Rows<T> {
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
    this.#blocks.push(pack(this.#last));
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

  /** The same rows, each as `view` shows it: nothing is packed twice. */
  through<U>(view: (item: T, position: number) => U): Rows<U> {
    return new ViewedRows(this, view);
  }

  /** The one that was asked for last is kept, since the next question mostly is for its neighbour. */
  #block(block: number): readonly T[] {
    const bytes = this.#blocks[block];
    if (bytes === undefined) return block === this.#blocks.length ? this.#last : [];
    if (this.#unpacked?.block === block) return this.#unpacked.items;
    const items = unpack<T>(bytes);
    this.#unpacked = { block, items };
    return items;
  }
}

/** Items as they are, or, where all have the same names, what stands under each name: of what all share, once. */
type Packed = readonly unknown[] | Readonly<Record<string, Column>>;
type Column = { readonly each: readonly unknown[] } | { readonly all: unknown };

function pack(items: readonly unknown[]): Uint8Array {
  const names = namesIn(items[0]);
  const packed: Packed = allNamed(items, names)
    ? Object.fromEntries(names.map((name) => [name, columnOf(items.map((item) => item[name]))]))
    : items;
  return encoder.encode(JSON.stringify(packed));
}

/** Of what JSON keeps, which leaves out what is undefined. */
function namesIn(item: unknown): readonly string[] {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return [];
  return Object.entries(item).flatMap(([name, value]) => (value === undefined ? [] : [name]));
}

/** Only with names that come back in their order and mean nothing to the language. */
function allNamed(
  items: readonly unknown[],
  names: readonly string[],
): items is readonly Readonly<Record<string, unknown>>[] {
  if (names.length === 0 || !names.every((name) => PLAIN_NAME.test(name))) return false;
  return items.every((item) => {
    const own = namesIn(item);
    return own.length === names.length && own.every((name, at) => name === names[at]);
  });
}

const PLAIN_NAME = /^[a-z]\w*$/;

function columnOf(values: readonly unknown[]): Column {
  const [all] = values;
  return typeof all !== 'object' && values.every((value) => value === all) ? { all } : { each: values };
}

function unpack<T>(bytes: Uint8Array): readonly T[] {
  const packed: Packed = JSON.parse(decoder.decode(bytes));
  if (isList(packed)) return packed as readonly T[];
  const columns = Object.entries(packed);
  return Array.from({ length: AT_ONCE }, (_, position) => {
    const item: Record<string, unknown> = {};
    for (const [name, column] of columns) item[name] = 'all' in column ? column.all : column.each[position];
    return item as T;
  });
}

const isList = (packed: Packed): packed is readonly unknown[] => Array.isArray(packed);

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
