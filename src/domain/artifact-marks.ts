import { compareKeys } from './keys.ts';
import type { ManifestArtifact } from './manifest.ts';
import { AT_ONCE, LazyRows, type Rows } from './rows.ts';

type At = (position: number) => ManifestArtifact;

/**
 * Finds artifacts by their paths and remembers which were found, with a bit for each instead of its path in a map and in
 * sets. Quickest for neighbours, one after the other.
 */
export class ArtifactMarks {
  readonly #artifacts: Rows<ManifestArtifact>;
  readonly #marked: Uint8Array;
  readonly #position: (path: string) => number | undefined;

  constructor(artifacts: Rows<ManifestArtifact>) {
    this.#artifacts = artifacts;
    this.#marked = new Uint8Array(artifacts.length);
    this.#position = finder(artifacts);
  }

  /** The artifact of this path; undefined when there is none. */
  find(path: string): ManifestArtifact | undefined {
    const position = this.#position(path);
    return position === undefined ? undefined : atOf(this.#artifacts)(position);
  }

  /** The same, marked from now on. */
  mark(path: string): ManifestArtifact | undefined {
    const position = this.#position(path);
    if (position === undefined) return undefined;
    this.#marked[position] = 1;
    return atOf(this.#artifacts)(position);
  }

  /** In any order: answers to many requests at once come as they like. */
  markAll(paths: Iterable<string>): this {
    for (const path of [...paths].sort(compareKeys)) this.mark(path);
    return this;
  }

  isMarked(path: string): boolean {
    const position = this.#position(path);
    return position !== undefined && this.#marked[position] === 1;
  }

  *marked(): Generator<ManifestArtifact> {
    yield* this.#those(1);
  }

  *unmarked(): Generator<ManifestArtifact> {
    yield* this.#those(0);
  }

  *#those(mark: 0 | 1): Generator<ManifestArtifact> {
    let position = 0;
    for (const artifact of this.#artifacts) {
      if (this.#marked[position] === mark) yield artifact;
      position += 1;
    }
  }
}

function finder(artifacts: Rows<ManifestArtifact>): (path: string) => number | undefined {
  const firsts = firstsOf(artifacts);
  if (firsts !== undefined) return bisecting(atOf(artifacts), artifacts.length, firsts);
  const positions = new Map(artifacts.map(({ path }) => path).map((path, position) => [path, position]));
  return (path) => positions.get(path);
}

/** First which block, by the path that it begins with, then in there: no other one is unpacked, whatever the order. */
function bisecting(at: At, length: number, firsts: readonly string[]): (path: string) => number | undefined {
  return (path) => {
    const blocks = countBefore(0, firsts.length, (block) => compareKeys(firsts[block] ?? '', path) <= 0);
    const begin = (blocks - 1) * AT_ONCE;
    if (begin < 0) return undefined;
    const end = Math.min(length, begin + AT_ONCE);
    const position = countBefore(begin, end, (each) => compareKeys(at(each).path, path) < 0);
    return position < end && at(position).path === path ? position : undefined;
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

const known = new WeakMap<Rows<ManifestArtifact>, readonly string[] | 'not in order'>();

/** The path that each block of neighbours begins with; undefined for what is in no order, as a manifest of others may be. */
function firstsOf(artifacts: Rows<ManifestArtifact>): readonly string[] | undefined {
  const found = known.get(artifacts) ?? readFirsts(artifacts);
  known.set(artifacts, found);
  return found === 'not in order' ? undefined : found;
}

function readFirsts(artifacts: Rows<ManifestArtifact>): readonly string[] | 'not in order' {
  const firsts: string[] = [];
  let before = '';
  let position = 0;
  for (const { path } of artifacts) {
    if (compareKeys(before, path) >= 0) return 'not in order';
    if (position % AT_ONCE === 0) firsts.push(path);
    before = path;
    position += 1;
  }
  return firsts;
}

function atOf(artifacts: Rows<ManifestArtifact>): At {
  if (artifacts instanceof LazyRows) return (position) => artifacts.at(position);
  const list = Array.isArray(artifacts) ? artifacts : [...artifacts];
  return (position) => list[position];
}
