/** Items that are made into text, and back, at once. */
export const AT_ONCE = 64;
const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** Rows that are made when they are asked for. */
export class LazyRows {
    map(each) {
        return Array.from(this, each);
    }
    filter(keep) {
        const kept = new PackedRows();
        for (const item of this)
            if (keep(item))
                kept.push(item);
        return kept;
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
        this.#blocks.push(encoder.encode(JSON.stringify(this.#last)));
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
    /** The same rows, each as `view` shows it: nothing is packed twice. */
    through(view) {
        return new ViewedRows(this, view);
    }
    /** The one that was asked for last is kept, since the next question mostly is for its neighbour. */
    #block(block) {
        const bytes = this.#blocks[block];
        if (bytes === undefined)
            return block === this.#blocks.length ? this.#last : [];
        if (this.#unpacked?.block === block)
            return this.#unpacked.items;
        const items = JSON.parse(decoder.decode(bytes));
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
