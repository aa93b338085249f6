import { compareKeys } from './keys.js';
import { RowIndex } from './row-index.js';
import { choose, LazyRows, view } from './rows.js';
const known = new WeakMap();
/** Artifacts by their paths; made once for each manifest. */
export function artifactIndex(artifacts) {
    const index = known.get(artifacts) ?? new RowIndex(artifacts, ({ path }) => path);
    known.set(artifacts, index);
    return index;
}
/**
 * Finds artifacts by their paths and remembers which were found, with a bit for each instead of its path in a map and in
 * sets. Quickest for neighbours, one after the other.
 */
export class ArtifactMarks {
    #artifacts;
    #index;
    #marked;
    constructor(artifacts) {
        this.#artifacts = artifacts;
        this.#index = artifactIndex(artifacts);
        this.#marked = new Uint8Array(artifacts.length);
    }
    /** The artifact of this path; undefined when there is none. */
    find(path) {
        return this.#index.find(path);
    }
    /** The same, marked from now on. */
    mark(path) {
        const position = this.#index.positionOf(path);
        if (position === undefined)
            return undefined;
        this.#marked[position] = 1;
        return this.#index.at(position);
    }
    /** In any order: answers to many requests at once come as they like. */
    markAll(paths) {
        // Lazy rows are in the order of their artifacts already, and all of them at once would be as many texts.
        const inOrder = paths instanceof LazyRows ? paths : [...paths].sort(compareKeys);
        for (const path of inOrder)
            this.mark(path);
        return this;
    }
    isMarked(path) {
        const position = this.#index.positionOf(path);
        return position !== undefined && this.#marked[position] === 1;
    }
    *marked() {
        yield* this.#those(1);
    }
    *unmarked() {
        yield* this.#those(0);
    }
    /** Paths of those that are marked now. */
    markedPaths() {
        return view(this.markedRows(), ({ path }) => path);
    }
    /** Paths of those that are not marked now. */
    unmarkedPaths() {
        return view(this.unmarkedRows(), ({ path }) => path);
    }
    /** Those that are marked now, as rows. */
    markedRows() {
        return choose(this.#artifacts, (position) => this.#marked[position] === 1);
    }
    /** Those that are not marked now, as rows. */
    unmarkedRows() {
        return choose(this.#artifacts, (position) => this.#marked[position] === 0);
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
/** The artifacts that were absent when the restore committed: only these are put, only these may be taken away again. */
export function absentArtifacts(manifest) {
    const absent = new ArtifactMarks(manifest.artifacts);
    for (const path of manifest.absent ?? [])
        absent.mark(path);
    return absent.markedRows();
}
