import { createHash } from 'node:crypto';
import { JsonLists, type ListTaker } from '../../domain/json-lists.ts';
import type { ManifestArtifact, OperationManifest } from '../../domain/manifest.ts';
import type { Rows } from '../../domain/rows.ts';
import type { ByteSink, ObjectStore } from '../../ports/object-store.ts';
import { gathering } from '../publication.ts';

/** An operation's manifest as it is stored, whatever it is. */
export interface StoredManifest {
  /** SHA-256 of its bytes, lower-case hex. */
  readonly sha256: string;
  /** Undefined where the bytes are no manifest. Nothing may act on it before its hash is known to be the right one. */
  readonly manifest: OperationManifest | undefined;
}

/** Reads a manifest without ever having all of its bytes, or on a bucket all of its artifacts, in memory at once. */
export async function readManifest(store: ObjectStore, key: string): Promise<StoredManifest | undefined> {
  // Loaded only here: a start that finds no log never needs it.
  const schemas = await import('./schemas.ts');
  return store.readInto(key, () => new ManifestSink(store, schemas));
}

type Schemas = typeof import('./schemas.ts');

/** Parses and hashes in one go. Never throws: only the hash tells whether bytes that are no manifest matter. */
class ManifestSink implements ByteSink<StoredManifest> {
  readonly #schemas: Schemas;
  readonly #hash = createHash('sha256');
  readonly #artifacts: CheckedList<ManifestArtifact>;
  readonly #absent: CheckedList<string>;
  readonly #json: JsonLists;
  #broken = false;

  constructor(store: ObjectStore, schemas: Schemas) {
    this.#schemas = schemas;
    this.#artifacts = new CheckedList(() => gathering<ManifestArtifact>(store), schemas.checkArtifacts);
    this.#absent = new CheckedList(() => gathering<string>(store), schemas.checkPaths);
    this.#json = new JsonLists({ artifacts: this.#artifacts, absent: this.#absent });
  }

  take(chunk: Uint8Array): void {
    this.#hash.update(chunk);
    if (this.#broken) return;
    try {
      this.#json.write(chunk);
    } catch {
      this.#broken = true;
    }
  }

  end(): StoredManifest {
    return { sha256: this.#hash.digest('hex'), manifest: this.#manifest() };
  }

  #manifest(): OperationManifest | undefined {
    if (this.#broken) return undefined;
    try {
      const rest = this.#schemas.checkManifest(this.#json.end());
      const [artifacts, absent] = [this.#artifacts.rows, this.#absent.rows];
      if (rest === undefined || artifacts === undefined || absent === undefined) return undefined;
      return { ...rest, artifacts, ...(rest.absent === undefined ? {} : { absent }) };
    } catch {
      return undefined;
    }
  }
}

type Gathered<T> = Rows<T> & { push(item: T): unknown };

/** A list whose items are checked piece by piece; each beginning makes a new one. */
class CheckedList<T> implements ListTaker {
  readonly #gather: () => Gathered<T>;
  readonly #check: (items: readonly unknown[]) => readonly T[] | undefined;
  #rows: Gathered<T>;
  #right = true;

  constructor(gather: () => Gathered<T>, check: (items: readonly unknown[]) => readonly T[] | undefined) {
    this.#gather = gather;
    this.#check = check;
    this.#rows = gather();
  }

  /** Undefined where an item has another shape. */
  get rows(): Rows<T> | undefined {
    return this.#right ? this.#rows : undefined;
  }

  begin(): void {
    this.#rows = this.#gather();
    this.#right = true;
  }

  take(items: readonly unknown[]): void {
    const checked = this.#check(items);
    if (checked === undefined) this.#right = false;
    else for (const item of checked) this.#rows.push(item);
  }
}
