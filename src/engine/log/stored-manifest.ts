import { createHash } from 'node:crypto';
import type { EntryPlacement } from '../../domain/index/mod.ts';
import { JsonLists, type ListTaker } from '../../domain/json-lists.ts';
import { sha256Hex } from '../../domain/log-record.ts';
import type { ManifestArtifact, OperationManifest } from '../../domain/manifest.ts';
import { PackedRows } from '../../domain/rows.ts';
import type { ByteSink, ObjectStore } from '../../ports/object-store.ts';

/** An operation's manifest as it is stored, whatever it is. */
export interface StoredManifest {
  /** SHA-256 of its bytes, lower-case hex. */
  readonly sha256: string;
  /** Undefined where the bytes are no manifest. Nothing may act on it before its hash is known to be the right one. */
  readonly manifest: OperationManifest | undefined;
}

/**
 * Reads a manifest: of a bucket without ever having all of its bytes or artifacts in memory at once, of a folder as a
 * whole, where the reader's own code would take longer than a local restore has for it.
 */
export async function readManifest(store: ObjectStore, key: string): Promise<StoredManifest | undefined> {
  // Loaded only here: a start that finds no log never needs it.
  const schemas = await import('./schemas.ts');
  if (store.workspaces === undefined) return store.readInto(key, () => new ManifestSink(schemas));
  const stored = await store.read(key);
  return stored && { sha256: sha256Hex(stored.body), manifest: schemas.decodeManifest(stored.body) };
}

type Schemas = typeof import('./schemas.ts');

/** Parses and hashes in one go. Never throws: only the hash tells whether bytes that are no manifest matter. */
class ManifestSink implements ByteSink<StoredManifest> {
  readonly #check: Schemas['checkManifest'];
  readonly #hash = createHash('sha256');
  readonly #lists;
  readonly #json: JsonLists;
  #broken = false;

  constructor(schemas: Schemas) {
    this.#check = schemas.checkManifest;
    this.#lists = {
      // The entry of a large release is long as well: its bytes are gone before the artifacts come.
      entries: new CheckedList((): EntryPlacement[] => [], schemas.checkEntries),
      artifacts: new CheckedList(() => new PackedRows<ManifestArtifact>(), schemas.checkArtifacts),
      absent: new CheckedList(() => new PackedRows<string>(), schemas.checkPaths),
    };
    this.#json = new JsonLists(this.#lists);
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
      const rest = this.#check(this.#json.end());
      const { entries, artifacts, absent } = this.#lists;
      if (rest === undefined || !entries.right || !artifacts.right || !absent.right) return undefined;
      const manifest = { ...rest, entries: entries.items, artifacts: artifacts.items };
      return rest.absent === undefined ? manifest : { ...manifest, absent: absent.items };
    } catch {
      return undefined;
    }
  }
}

/** A list whose items are checked piece by piece; each beginning makes a new one. */
class CheckedList<T, Items extends { push(item: T): unknown }> implements ListTaker {
  items: Items;
  /** Whether every item has its shape. */
  right = true;
  readonly #gather: () => Items;
  readonly #check: (items: readonly unknown[]) => readonly T[] | undefined;

  constructor(gather: () => Items, check: (items: readonly unknown[]) => readonly T[] | undefined) {
    this.#gather = gather;
    this.#check = check;
    this.items = gather();
  }

  begin(): void {
    this.items = this.#gather();
    this.right = true;
  }

  take(items: readonly unknown[]): void {
    const checked = this.#check(items);
    if (checked === undefined) this.right = false;
    else for (const item of checked) this.items.push(item);
  }
}
