import { compareKeys } from './keys.ts';
import { AT_ONCE, LazyRows, type Rows } from './rows.ts';

/**
 * Finds rows by their names. Of packed ones in the order of keys only the name that each block of neighbours begins with is
 * kept: quickest for neighbours, one after the other. Others, and those in no order (a manifest of others may be), cost a map.
 */
export class RowIndex<T> {
  readonly at: (position: number) => T;
  readonly positionOf: (name: string) => number | undefined;

  /** The rows must not become more any more. */
  constructor(rows: Rows<T>, nameOf: (row: T) => string) {
    this.at = atOf(rows);
    this.positionOf = finder(rows, this.at, nameOf);
  }

  has(name: string): boolean {
    return this.positionOf(name) !== undefined;
  }

  find(name: string): T | undefined {
    const position = this.positionOf(name);
    return position === undefined ? undefined : this.at(position);
  }
}

function finder<T>(
  rows: Rows<T>,
  at: (position: number) => T,
  nameOf: (row: T) => string,
): (name: string) => number | undefined {
  // Rows that are there as objects are few, and a map of them is made before comparing code is compiled.
  const firsts = rows instanceof LazyRows ? readFirsts(rows, nameOf) : undefined;
  if (firsts !== undefined) return bisecting((position) => nameOf(at(position)), rows.length, firsts);
  const positions = new Map(rows.map(nameOf).map((name, position) => [name, position]));
  return (name) => positions.get(name);
}

/** First which block, by the name that it begins with, then in there: no other one is unpacked, whatever the order. */
function bisecting(
  nameAt: (position: number) => string,
  length: number,
  firsts: readonly string[],
): (name: string) => number | undefined {
  return (name) => {
    const blocks = countBefore(0, firsts.length, (block) => compareKeys(firsts[block] ?? '', name) <= 0);
    const begin = (blocks - 1) * AT_ONCE;
    if (begin < 0) return undefined;
    const end = Math.min(length, begin + AT_ONCE);
    const position = countBefore(begin, end, (each) => compareKeys(nameAt(each), name) < 0);
    return position < end && nameAt(position) === name ? position : undefined;
  };
}

/** The first number from `low` on, or `high`, of which `isBefore` does not hold; it holds of none after that. */
function countBefore(low: number, high: number, isBefore: (each: number) => boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (isBefore(middle)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The name that each block of neighbours begins with; undefined for what is in no order. */
function readFirsts<T>(rows: Rows<T>, nameOf: (row: T) => string): readonly string[] | undefined {
  const firsts: string[] = [];
  let before = '';
  let position = 0;
  for (const row of rows) {
    const name = nameOf(row);
    if (compareKeys(before, name) >= 0) return undefined;
    if (position % AT_ONCE === 0) firsts.push(name);
    before = name;
    position += 1;
  }
  return firsts;
}

function atOf<T>(rows: Rows<T>): (position: number) => T {
  if (rows instanceof LazyRows) return (position) => rows.at(position);
  const list = Array.isArray(rows) ? rows : [...rows];
  return (position) => list[position];
}
