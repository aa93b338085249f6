import { compareKeys } from './keys.ts';
import type { ManifestArtifact, OperationManifest } from './manifest.ts';
import { RowIndex } from './row-index.ts';
import { choose, LazyRows, type Rows, view } from './rows.ts';

const known = new WeakMap<Rows<ManifestArtifact>, RowIndex<ManifestArtifact>>();

/** Artifacts by their paths; made once for each manifest. */
export function artifactIndex(artifacts: Rows<ManifestArtifact>): RowIndex<ManifestArtifact> {
  const index = known.get(artifacts) ?? new RowIndex(artifacts, ({ path }) => path);
  known.set(artifacts, index);
  return index;
}

/**
 * Finds artifacts by their paths and remembers which were found, with a bit for each instead of its path in a map and in
 * sets. Quickest for neighbours, one after the other.
 */
export class ArtifactMarks {
  readonly #artifacts: Rows<ManifestArtifact>;
  readonly #index: RowIndex<ManifestArtifact>;
  readonly #marked: Uint8Array;

  constructor(artifacts: Rows<ManifestArtifact>) {
    this.#artifacts = artifacts;
    this.#index = artifactIndex(artifacts);
    this.#marked = new Uint8Array(artifacts.length);
  }

  /** The artifact of this path; undefined when there is none. */
  find(path: string): ManifestArtifact | undefined {
    return this.#index.find(path);
  }

  /** The same, marked from now on. */
  mark(path: string): ManifestArtifact | undefined {
    const position = this.#index.positionOf(path);
    if (position === undefined) return undefined;
    this.#marked[position] = 1;
    return this.#index.at(position);
  }

  /** In any order: answers to many requests at once come as they like. */
  markAll(paths: Iterable<string>): this {
    // Lazy rows are in the order of their artifacts already, and all of them at once would be as many texts.
    const inOrder = paths instanceof LazyRows ? paths : [...paths].sort(compareKeys);
    for (const path of inOrder) this.mark(path);
    return this;
  }

  isMarked(path: string): boolean {
    const position = this.#index.positionOf(path);
    return position !== undefined && this.#marked[position] === 1;
  }

  *marked(): Generator<ManifestArtifact> {
    yield* this.#those(1);
  }

  *unmarked(): Generator<ManifestArtifact> {
    yield* this.#those(0);
  }

  /** Paths of those that are marked now. */
  markedPaths(): Rows<string> {
    return view(this.markedRows(), ({ path }) => path);
  }

  /** Paths of those that are not marked now. */
  unmarkedPaths(): Rows<string> {
    return view(this.unmarkedRows(), ({ path }) => path);
  }

  /** Those that are marked now, as rows. */
  markedRows(): Rows<ManifestArtifact> {
    return choose(this.#artifacts, (position) => this.#marked[position] === 1);
  }

  /** Those that are not marked now, as rows. */
  unmarkedRows(): Rows<ManifestArtifact> {
    return choose(this.#artifacts, (position) => this.#marked[position] === 0);
  }

  *#those(mark: 0 | 1): Generator<ManifestArtifact> {
    let position = 0;
    for (const artifact of this.#artifacts) {
      if (this.#marked[position] === mark) yield artifact;
      position += 1;
    }
  }
}

/** The artifacts that were absent when the restore committed: only these are put, only these may be taken away again. */
export function absentArtifacts(manifest: OperationManifest): Rows<ManifestArtifact> {
  const absent = new ArtifactMarks(manifest.artifacts);
  for (const path of manifest.absent ?? []) absent.mark(path);
  return absent.markedRows();
}
