import type { Bytes } from '../../../domain/byte-parts.ts';
import type {
  BatchRemoval,
  ByteSink,
  CopySource,
  ListOptions,
  ObjectInfo,
  Precondition,
  Revision,
  StoredObject,
} from '../../../ports/object-store.ts';
import { type Guard, UNGUARDED } from '../../../ports/workspace.ts';
import { listRepository } from '../remote/list-repository.ts';
import type { ProbeSubject } from '../remote/probe.ts';
import type { Dialect, S3Context } from './context.ts';
import { copyObject, finishCopy } from './copy.ts';
import { EncryptionCarrier } from './encryption.ts';
import { listObjects } from './list.ts';
import { listCurrent } from './list-versions.ts';
import { putObject } from './put.ts';
import { digestObject, headWithSums, readObject, readObjectInto } from './read.ts';
import { batchRemoval } from './removals.ts';
import { removeObject } from './remove.ts';

/** The port's requests in one dialect of conditions. */
export class S3Objects implements ProbeSubject {
  readonly batch: BatchRemoval;
  readonly #context: S3Context;
  readonly #dialect: Dialect;
  readonly #carrier = new EncryptionCarrier();

  constructor(context: S3Context, dialect: Dialect) {
    this.#context = context;
    this.#dialect = dialect;
    this.batch = batchRemoval(context, dialect);
  }

  read(key: string): Promise<StoredObject | undefined> {
    return readObject(this.#context, key);
  }

  readInto<T>(key: string, begin: () => ByteSink<T>): Promise<T | undefined> {
    return readObjectInto(this.#context, key, begin);
  }

  head(key: string): Promise<ObjectInfo | undefined> {
    return headWithSums(this.#context, key);
  }

  digest(key: string): Promise<string | undefined> {
    return digestObject(this.#context, key);
  }

  list(prefix: string, options: ListOptions = {}): AsyncIterable<ObjectInfo> {
    const { keys } = this.#context;
    return listRepository(keys, prefix, options, (place, asked) =>
      asked.versions === true && asked.shallow !== true
        ? listCurrent(this.#context, place, asked)
        : listObjects(this.#context, place, asked),
    );
  }

  put(key: string, body: Bytes, when: Precondition, guard: Guard = UNGUARDED): Promise<Revision> {
    return putObject(this.#context, this.#dialect, { key, body, when, guard });
  }

  copy(source: CopySource, to: string, guard: Guard = UNGUARDED): Promise<ObjectInfo> {
    return copyObject({ context: this.#context, dialect: this.#dialect, source, to, guard }, this.#carrier);
  }

  finishCopy(source: CopySource, standing: ObjectInfo, guard: Guard = UNGUARDED): Promise<ObjectInfo> {
    const job = { context: this.#context, dialect: this.#dialect, source, to: standing.key, guard };
    return finishCopy(job, standing.revision);
  }

  async remove(key: string, revision: Revision, guard: Guard = UNGUARDED): Promise<void> {
    await removeObject(this.#context, this.#dialect, { key, revision }, guard);
  }
}
