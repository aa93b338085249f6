import type { Bytes } from '../../../domain/byte-parts.ts';
import type {
  BatchRemoval,
  ByteSink,
  CopySource,
  ListOptions,
  ObjectInfo,
  ObjectMover,
  ObjectStore,
  Precondition,
  Revision,
  StoredObject,
} from '../../../ports/object-store.ts';
import type { Guard } from '../../../ports/workspace.ts';
import { listRepository } from '../remote/list-repository.ts';
import { BATCH_SIZE } from './batch.ts';
import { type AccessLists, CarriedMetadata } from './content-metadata.ts';
import { Copying } from './copying.ts';
import type { JsonApi } from './json-api.ts';
import { listPlace, type Seen } from './listing.ts';
import type { Names } from './names.ts';
import { Reading } from './reading.ts';
import { Writing } from './writing.ts';

export interface BareParts {
  readonly api: JsonApi;
  readonly names: Names;
  readonly lists: AccessLists;
  readonly seen: Seen;
  /** The bucket's storage class, as far as it is known. */
  readonly defaultClass: () => string | undefined;
  /** The customer's key of an object, where it is known and not the bucket's. */
  readonly keyOf: (source: CopySource) => string | undefined;
}

type Objects = Pick<
  ObjectStore,
  'read' | 'readInto' | 'head' | 'list' | 'digest' | 'put' | 'copy' | 'remove' | 'mover' | 'batch'
>;

/** The objects of a repository, every condition sent, whether or not the server holds to it. */
export class BareStore implements Objects {
  readonly mover: ObjectMover;
  readonly batch: BatchRemoval;
  readonly #parts: BareParts;
  readonly #reading: Reading;
  readonly #writing: Writing;
  readonly #copying: Copying;

  constructor(parts: BareParts) {
    this.#parts = parts;
    this.#reading = new Reading(parts.api, parts.names);
    const carried = new CarriedMetadata(parts.api, parts.names, parts.lists);
    const changing = { ...parts, carried, head: (key: string) => this.head(key) };
    this.#writing = new Writing(changing);
    this.#copying = new Copying(changing);
    this.batch = { size: BATCH_SIZE, remove: (objects) => this.#writing.removeBatch(objects) };
    this.mover = { move: (from, revision, to) => this.#copying.move(from, revision, to) };
  }

  read(key: string): Promise<StoredObject | undefined> {
    return this.#reading.read(key);
  }

  readInto<T>(key: string, begin: () => ByteSink<T>): Promise<T | undefined> {
    return this.#reading.readInto(key, begin);
  }

  head(key: string): Promise<ObjectInfo | undefined> {
    return this.#reading.head(key);
  }

  digest(key: string): Promise<string | undefined> {
    return this.#reading.digest(key);
  }

  list(prefix: string, options: ListOptions = {}): AsyncIterable<ObjectInfo> {
    const place = (below: string, how: ListOptions) => listPlace(this.#parts, below, how);
    return listRepository(this.#parts.names.keys, prefix, options, place);
  }

  put(key: string, body: Bytes, when: Precondition, guard?: Guard): Promise<Revision> {
    return this.#writing.put(key, body, when, guard);
  }

  copy(source: CopySource, to: string, guard?: Guard): Promise<ObjectInfo> {
    return this.#copying.copy(source, to, guard);
  }

  finishCopy(source: CopySource, standing: ObjectInfo, guard?: Guard): Promise<ObjectInfo> {
    return this.#copying.finishCopy(source, standing, guard);
  }

  remove(key: string, revision: Revision): Promise<void> {
    return this.#writing.remove(key, revision);
  }
}
