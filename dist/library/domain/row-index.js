import { compareKeys } from './keys.js';
import { AT_ONCE, LazyRows } from './rows.js';
/**
 * Finds rows by their names. Of packed ones in the order of keys only the name that each block of neighbours begins with is
 * kept: quickest for neighbours, one after the other. Others, and those in no order (a manifest of others may be), cost a map.
 */
export class RowIndex {
    at;
    positionOf;
    /** The rows must not become more any more. */
    constructor(rows, nameOf) {
        this.at = atOf(rows);
        this.positionOf = finder(rows, this.at, nameOf);
    }
    has(name) {
        return this.positionOf(name) !== undefined;
    }
    find(name) {
        const position = this.positionOf(name);
        return position === undefined ? undefined : this.at(position);
    }
}
function finder(rows, at, nameOf) {
    // Rows that are there as objects are few, and a map of them is made before comparing code is compiled.
    const firsts = rows instanceof LazyRows ? readFirsts(rows, nameOf) : undefined;
    if (firsts !== undefined)
        return bisecting((position) => nameOf(at(position)), rows.length, firsts);
    const positions = new Map(rows.map(nameOf).map((name, position) => [name, position]));
    return (name) => positions.get(name);
}
/** First which block, by the name that it begins with, then in there: no other one is unpacked, whatever the order. */
function bisecting(nameAt, length, firsts) {
    return (name) => {
        const blocks = countBefore(0, firsts.length, (block) => compareKeys(firsts[block] ?? '', name) <= 0);
        const begin = (blocks - 1) * AT_ONCE;
        if (begin < 0)
            return undefined;
        const end = Math.min(length, begin + AT_ONCE);
        const position = countBefore(begin, end, (each) => compareKeys(nameAt(each), name) < 0);
        return position < end && nameAt(position) === name ? position : undefined;
    };
}
/** The first number from `low` on, or `high`, of which `isBefore` does not hold; it holds of none after that. */
function countBefore(low, high, isBefore) {
    let [from, to] = [low, high];
    while (from < to) {
        const middle = (from + to) >>> 1;
        if (isBefore(middle))
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}
/** The name that each block of neighbours begins with; undefined for what is in no order. */
function readFirsts(rows, nameOf) {
    const firsts = [];
    let before = '';
    let position = 0;
    for (const row of rows) {
        const name = nameOf(row);
        if (compareKeys(before, name) >= 0)
            return undefined;
        if (position % AT_ONCE === 0)
            firsts.push(name);
        before = name;
        position += 1;
    }
    return firsts;
}
function atOf(rows) {
    if (rows instanceof LazyRows)
        return (position) => rows.at(position);
    const list = Array.isArray(rows) ? rows : [...rows];
    return (position) => list[position];
}
