import { compareKeys } from './keys.js';
import { AT_ONCE, LazyRows } from './rows.js';
/**
 * Finds artifacts by their paths and remembers which were found, with a bit for each instead of its path in a map and in
 * sets. Quickest for neighbours, one after the other.
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
    /** In any order: answers to many requests at once come as they like. */
    markAll(paths) {
        for (const path of [...paths].sort(compareKeys))
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
    const firsts = firstsOf(artifacts);
    if (firsts !== undefined)
        return bisecting(atOf(artifacts), artifacts.length, firsts);
    const positions = new Map(artifacts.map(({ path }) => path).map((path, position) => [path, position]));
    return (path) => positions.get(path);
}
/** First which block, by the path that it begins with, then in there: no other one is unpacked, whatever the order. */
function bisecting(at, length, firsts) {
    return (path) => {
        const blocks = countBefore(0, firsts.length, (block) => compareKeys(firsts[block] ?? '', path) <= 0);
        const begin = (blocks - 1) * AT_ONCE;
        if (begin < 0)
            return undefined;
        const end = Math.min(length, begin + AT_ONCE);
        const position = countBefore(begin, end, (each) => compareKeys(at(each).path, path) < 0);
        return position < end && at(position).path === path ? position : undefined;
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
const known = new WeakMap();
/** The path that each block of neighbours begins with; undefined for what is in no order, as a manifest of others may be. */
function firstsOf(artifacts) {
    const found = known.get(artifacts) ?? readFirsts(artifacts);
    known.set(artifacts, found);
    return found === 'not in order' ? undefined : found;
}
function readFirsts(artifacts) {
    const firsts = [];
    let before = '';
    let position = 0;
    for (const { path } of artifacts) {
        if (compareKeys(before, path) >= 0)
            return 'not in order';
        if (position % AT_ONCE === 0)
            firsts.push(path);
        before = path;
        position += 1;
    }
    return firsts;
}
function atOf(artifacts) {
    if (artifacts instanceof LazyRows)
        return (position) => artifacts.at(position);
    const list = Array.isArray(artifacts) ? artifacts : [...artifacts];
    return (position) => list[position];
}
