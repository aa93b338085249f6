import { compareKeys } from './keys.js';
import { LazyRows } from './rows.js';
/**
 * Finds artifacts by their paths and remembers which were found, with a bit for each instead of its path in a map and in
 * sets. Quick for paths that are asked for in their order.
 */
export class ArtifactMarks {
    #artifacts;
    #marked;
    #position;
    constructor(artifacts) {
        this.#artifacts = artifacts;
        this.#marked = new Uint8Array(artifacts.length);
        this.#position = finder(artifacts);
    }
    /** The artifact of this path; undefined when there is none. */
    find(path) {
        const position = this.#position(path);
        return position === undefined ? undefined : atOf(this.#artifacts)(position);
    }
    /** The same, marked from now on. */
    mark(path) {
        const position = this.#position(path);
        if (position === undefined)
            return undefined;
        this.#marked[position] = 1;
        return atOf(this.#artifacts)(position);
    }
    markAll(paths) {
        for (const path of paths)
            this.mark(path);
        return this;
    }
    isMarked(path) {
        const position = this.#position(path);
        return position !== undefined && this.#marked[position] === 1;
    }
    *marked() {
        yield* this.#those(1);
    }
    *unmarked() {
        yield* this.#those(0);
    }
    *#those(mark) {
        let position = 0;
        for (const artifact of this.#artifacts) {
            if (this.#marked[position] === mark)
                yield artifact;
            position += 1;
        }
    }
}
function finder(artifacts) {
    if (isOrdered(artifacts))
        return bisecting(atOf(artifacts), artifacts.length);
    const positions = new Map(artifacts.map(({ path }) => path).map((path, position) => [path, position]));
    return (path) => positions.get(path);
}
/** From the one that was found last in growing steps, then back: whoever goes through a listing asks for the next one. */
function bisecting(at, length) {
    let last = -1;
    return (path) => {
        const isBefore = (position) => compareKeys(at(position).path, path) < 0;
        let low = last >= 0 && isBefore(last) ? last + 1 : 0;
        let step = 1;
        for (; low + step <= length && isBefore(low + step - 1); step *= 2)
            low += step;
        let high = Math.min(length, low + step - 1);
        while (low < high) {
            const middle = (low + high) >>> 1;
            if (isBefore(middle))
                low = middle + 1;
            else
                high = middle;
        }
        if (low >= length || at(low).path !== path)
            return undefined;
        last = low;
        return low;
    };
}
const ordered = new WeakMap();
/** As every listing is; a manifest that somebody else wrote need not be. */
function isOrdered(artifacts) {
    const known = ordered.get(artifacts);
    if (known !== undefined)
        return known;
    let before = '';
    const rising = artifacts.every(({ path }) => {
        const rises = compareKeys(before, path) < 0;
        before = path;
        return rises;
    });
    ordered.set(artifacts, rising);
    return rising;
}
function atOf(artifacts) {
    if (artifacts instanceof LazyRows)
        return (position) => artifacts.at(position);
    const list = Array.isArray(artifacts) ? artifacts : [...artifacts];
    return (position) => list[position];
}
