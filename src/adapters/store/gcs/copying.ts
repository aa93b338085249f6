import { compareChecksums } from '../../../domain/checksum.ts';
import { failure } from '../../../domain/errors.ts';
import { ConflictError, type CopySource, type ObjectInfo } from '../../../ports/object-store.ts';
import { type Guard, UNGUARDED } from '../../../ports/workspace.ts';
import type { AccessLists } from './content-metadata.ts';
import { encoded, jsonOf, type Query } from './json-api.ts';
import type { Subject } from './refusals.ts';
import { infoOf, OBJECT_FIELDS, type ObjectResource, REWRITE_FIELDS } from './resource.ts';
import type { WritingParts } from './writing.ts';

interface RewriteAnswer {
  readonly done?: boolean;
  readonly rewriteToken?: string;
  readonly resource?: ObjectResource;
}

/** What a rewrite makes of its source. */
interface Destination {
  readonly key: string;
  /** Generation that it replaces; 0 for none. */
  readonly replaces: string;
  /** Empty: all as the source has it, but for class and access list, which are then the bucket's. */
  readonly resource: Readonly<Record<string, unknown>>;
  readonly query: Query;
}

export interface CopyingParts extends WritingParts {
  /** The bucket's storage class, as far as it is known. */
  readonly lists: AccessLists;
  readonly defaultClass: () => string | undefined;
  /** The customer's key of the source, where the bucket's would be another. */
  readonly keyOf: (source: CopySource) => string | undefined;
}

/** Copies and moves within the bucket, on condition of both ends. */
export class Copying {
  readonly #parts: CopyingParts;

  constructor(parts: CopyingParts) {
    this.#parts = parts;
  }

  /** objects.rewrite; as many calls as the service wants, and one more where it fell into the wrong storage class. */
  async copy(source: CopySource, to: string, guard: Guard = UNGUARDED): Promise<ObjectInfo> {
    const wanted = source.storage_class ?? 'STANDARD';
    const { lists, defaultClass, keyOf } = this.#parts;
    const plain = { key: to, replaces: '0', resource: {}, query: { destinationKmsKeyName: keyOf(source) } };
    const explicit = lists.counted === true || wanted !== (defaultClass() ?? 'STANDARD');
    const first = explicit ? { ...plain, ...(await this.#said(source, wanted)) } : plain;
    if (explicit) await guard();
    const made = await this.#rewrite(source, first, guard);
    return demandSame(source, explicit ? made : await this.#inClass(source, made, guard));
  }

  /** A copy of ours whose answer was lost may have fallen into the wrong storage class. */
  async finishCopy(source: CopySource, standing: ObjectInfo, guard: Guard = UNGUARDED): Promise<ObjectInfo> {
    return demandSame(source, await this.#inClass(source, standing, guard));
  }

  /** Rewritten over itself where it is in another storage class than its source. */
  async #inClass(source: CopySource, made: ObjectInfo, guard: Guard): Promise<ObjectInfo> {
    const wanted = source.storage_class ?? 'STANDARD';
    if ((made.storage_class ?? 'STANDARD') === wanted) return made;
    const said = await this.#said(source, wanted);
    await guard();
    return this.#rewrite(source, { key: made.key, replaces: made.revision, ...said }, guard);
  }

  /** objects.move: one transaction, and everything about the object goes along, its access list too. */
  async move(from: string, revision: string, to: string): Promise<ObjectInfo> {
    const { api, names } = this.#parts;
    const target = this.#target(to, 'STEP_FAILED');
    try {
      const answer = await api.once({
        method: 'POST',
        path: `${names.objectPath(from)}/moveTo/o/${encoded(target)}`,
        query: { ifSourceGenerationMatch: revision, ifGenerationMatch: 0, fields: OBJECT_FIELDS },
        subject: this.#subject(from, 'moving', ['storage.objects.create', 'storage.objects.delete']),
      });
      return infoOf(to, jsonOf<ObjectResource>(answer));
    } catch (thrown) {
      throw await this.#whose(thrown, from, revision, to);
    }
  }

  async #rewrite({ key, revision }: CopySource, to: Destination, guard: Guard): Promise<ObjectInfo> {
    const { api, names } = this.#parts;
    const target = names.bucketPath(`/o/${encoded(this.#target(to.key, 'BACKUP'))}`);
    const path = `${names.objectPath(key)}/rewriteTo${target}`;
    let token: string | undefined;
    for (;;) {
      const query = {
        ...to.query,
        ifSourceGenerationMatch: revision,
        ifGenerationMatch: to.replaces,
        rewriteToken: token,
        fields: REWRITE_FIELDS,
      };
      const subject = this.#subject(key, 'copying', ['storage.objects.get', 'storage.objects.create']);
      try {
        const json = Object.keys(to.resource).length === 0 ? undefined : to.resource;
        const answer = jsonOf<RewriteAnswer>(await api.once({ method: 'POST', path, query, subject, json }));
        if (answer.done === true) return infoOf(to.key, answer.resource ?? {});
        token = answer.rewriteToken;
      } catch (thrown) {
        throw await this.#whose(thrown, key, revision, to.key);
      }
      await guard();
    }
  }

  /** All that the source says of itself, said again, since the class can only be named together with it. */
  async #said(
    { key, revision }: CopySource,
    storageClass: string,
  ): Promise<Pick<Destination, 'resource' | 'query'>> {
    const subject = this.#subject(key, 'reading', ['storage.objects.get']);
    const { resource, query } = await this.#parts.carried.of(subject, revision);
    return { resource: { ...resource, storageClass }, query: { destinationKmsKeyName: query.kmsKeyName } };
  }

  /** The folder in front may make a name too long that was none before. */
  #target(key: string, code: 'BACKUP' | 'STEP_FAILED'): string {
    try {
      return this.#parts.names.nameOf(key);
    } catch (thrown) {
      throw failure(code, thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
    }
  }

  /** A 412 does not say which end it is about. */
  async #whose(thrown: unknown, from: string, revision: string, to: string): Promise<unknown> {
    if (!(thrown instanceof ConflictError)) return thrown;
    const source = await this.#parts.head(from);
    return source?.revision === revision ? new ConflictError(to) : thrown;
  }

  #subject(key: string, doing: string, permissions: readonly string[]): Subject {
    const { names } = this.#parts;
    return { doing, bucket: names.bucket, object: names.nameOf(key), key, permissions, conditional: true };
  }
}

function demandSame(source: CopySource, made: ObjectInfo): ObjectInfo {
  const same = made.size === source.size && compareChecksums(source.checksum, made.checksum) !== 'different';
  if (same) return made;
  throw failure('BACKUP', `The copy of ${source.key} at ${made.key} is not the same as the original`);
}
