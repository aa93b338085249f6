import { columnsOf, fromColumns } from './columns.js';
/** Items that are made into text, and back, at once. */
export const AT_ONCE = 64;
const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** Rows that are made when they are asked for. */
export class LazyRows {
    map(each) {
        return Array.from(this, each);
    }
    /** The same rows, seen through what was kept: nothing is packed twice. */
    filter(keep) {
        const kept = new Uint8Array(this.length);
        let position = 0;
        for (const item of this) {
            kept[position] = Number(Boolean(keep(item)));
            position += 1;
        }
        return chosen(this, (at) => kept[at] === 1);
    }
    /** The same rows, each as `view` shows it whenever it is asked for. */
    through(view) {
        return new ViewedRows(this, view);
    }
    every(holds) {
        return !this.some((item) => !holds(item));
    }
    some(holds) {
        for (const item of this)
            if (holds(item))
                return true;
        return false;
    }
    reduce(add, start) {
        let sum = start;
        for (const item of this)
            sum = add(sum, item);
        return sum;
    }
}
/**
 * Plain JSON values as UTF-8 outside of the heap, made into objects again whenever they are asked for: of 100,000
 * objects that live the garbage collector lets the heap grow to a multiple, and follows each of them.
 */
export class PackedRows extends LazyRows {
    #blocks = [];
    #last = [];
    #length = 0;
    #unpacked;
    static from(items) {
        const rows = new PackedRows();
        for (const item of items)
            rows.push(item);
        return rows;
    }
    get length() {
        return this.#length;
    }
    /** What is pushed must not be changed any more. */
    push(item) {
        this.#last.push(item);
        this.#length += 1;
        if (this.#last.length < AT_ONCE)
            return;
        this.#blocks.push(encoder.encode(columnsOf(this.#last)));
        this.#last = [];
    }
    at(position) {
        const item = this.#block(Math.floor(position / AT_ONCE))[position % AT_ONCE];
        if (item === undefined)
            throw new RangeError(`there is no row ${position}`);
        return item;
    }
    *[Symbol.iterator]() {
        for (let block = 0; block <= this.#blocks.length; block += 1)
            yield* this.#block(block);
    }
    /** The one that was asked for last is kept, since the next question mostly is for its neighbour. */
    #block(block) {
        const bytes = this.#blocks[block];
        if (bytes === undefined)
            return block === this.#blocks.length ? this.#last : [];
        if (this.#unpacked?.block === block)
            return this.#unpacked.items;
        const items = fromColumns(decoder.decode(bytes));
        this.#unpacked = { block, items };
        return items;
    }
}
class ViewedRows extends LazyRows {
    #rows;
    #view;
    constructor(rows, view) {
        super();
        this.#rows = rows;
        this.#view = view;
    }
    get length() {
        return this.#rows.length;
    }
    at(position) {
        return this.#view(this.#rows.at(position), position);
    }
    *[Symbol.iterator]() {
        let position = 0;
        for (const item of this.#rows) {
            yield this.#view(item, position);
            position += 1;
        }
    }
}
/** Some of other rows, by their positions. */
class ChosenRows extends LazyRows {
    #rows;
    #positions;
    constructor(rows, positions) {
        super();
        this.#rows = rows;
        this.#positions = positions;
    }
    get length() {
        return this.#positions.length;
    }
    at(position) {
        const at = this.#positions[position];
        if (at === undefined)
            throw new RangeError(`there is no row ${position}`);
        return this.#rows.at(at);
    }
    *[Symbol.iterator]() {
        for (const at of this.#positions)
            yield this.#rows.at(at);
    }
}
function chosen(rows, keep) {
    const positions = new Uint32Array(rows.length);
    let count = 0;
    for (let at = 0; at < positions.length; at += 1) {
        if (!keep(at))
            continue;
        positions[count] = at;
        count += 1;
    }
    if (count === rows.length)
        return rows;
    return new ChosenRows(rows, positions.slice(0, count));
}
/** The rows whose positions are kept; of lazy ones none is made for it. */
export function choose(rows, keep) {
    return rows instanceof LazyRows ? chosen(rows, keep) : [...rows].filter((_, position) => keep(position));
}
/** The rows as `view` shows them; lazy ones whenever they are asked for. */
export function view(rows, as) {
    return rows instanceof LazyRows ? rows.through((item) => as(item)) : rows.map(as);
}
