import { RollbackError } from '../../../domain/errors.ts';
import { INDEX_KEY, INDEX_MARKDOWN_KEY } from '../../../domain/keys.ts';
import { ConflictError } from '../../../ports/object-store.ts';
import { withoutVersion } from './encryption-keys.ts';
import { type JsonApi, jsonOf, type Query } from './json-api.ts';
import type { Names } from './names.ts';
import type { Subject } from './refusals.ts';

/** What a writer may say of an object beside its bytes. A retention is not among it: what is under one stays anyway. */
const CARRIED = [
  'contentType',
  'cacheControl',
  'contentDisposition',
  'contentEncoding',
  'contentLanguage',
  'customTime',
  'metadata',
  'storageClass',
  'eventBasedHold',
  'contexts',
] as const;

interface AccessEntry {
  readonly entity?: string;
  readonly role?: string;
}

type Resource = Partial<
  Record<(typeof CARRIED)[number] | 'generation' | 'metageneration' | 'kmsKeyName', unknown>
> & {
  readonly acl?: readonly AccessEntry[];
};

/** What must be said again when a content takes the place of this one. */
export interface ContentMetadata {
  /** The writable part of the Objects resource. */
  readonly resource: Readonly<Record<string, unknown>>;
  /** Parameters of the request: the key that encrypts it. */
  readonly query: Query;
  /** Changes with the metadata. */
  readonly metageneration: string | undefined;
}

/** Access lists of single objects (fine-grained access). */
export interface AccessLists {
  /** Whether the bucket has them; undefined before its settings were seen. */
  counted: boolean | undefined;
  /** Whether we may see them; undefined before the first look. */
  visible: boolean | undefined;
}

/** index.md is rendered right after index.json was edited: what it carries is asked for together with that. */
const NEXT: Readonly<Record<string, string>> = { [INDEX_KEY]: INDEX_MARKDOWN_KEY };

type Projection = 'full' | 'noAcl';

export interface Carried extends ContentMetadata {
  /** Asked for some time ago: it may have changed. */
  readonly early: boolean;
}

/** What objects carry beside their bytes, read directly before they are replaced or copied. */
export class CarriedMetadata {
  readonly #api: JsonApi;
  readonly #names: Names;
  readonly #lists: AccessLists;
  readonly #early = new Map<string, Resource>();

  constructor(api: JsonApi, names: Names, lists: AccessLists) {
    this.#api = api;
    this.#names = names;
    this.#lists = lists;
  }

  /**
   * Of exactly this generation; one request, two where access lists may not be seen. Sent once: the caller is about to
   * change something, and time counts. Throws ConflictError when it is not the live one.
   */
  async of(subject: Subject, generation: string): Promise<Carried> {
    const known = this.#early.get(subject.key);
    this.#early.delete(subject.key);
    if (known?.generation === generation) return { ...metadataOf(known), early: true };
    const next = this.#api.joined.joins ? NEXT[subject.key] : undefined;
    const [told] = await Promise.all([
      this.#visible((projection) => this.#get(subject, projection)),
      next === undefined
        ? undefined
        : this.#ahead(next, { ...subject, key: next, object: this.#names.nameOf(next) }),
    ]);
    if (told?.generation !== generation) throw new ConflictError(subject.key);
    return { ...metadataOf(told), early: false };
  }

  async #ahead(key: string, subject: Subject): Promise<void> {
    const projection = this.#lists.visible === false || this.#lists.counted === false ? 'noAcl' : 'full';
    try {
      const told = await this.#get(subject, projection);
      if (told !== undefined) this.#early.set(key, told);
    } catch {
      // Whoever needs it asks again, and is told.
    }
  }

  async #get(subject: Subject, projection: Projection): Promise<Resource | undefined> {
    const answer = await this.#api.joined.ask({
      method: 'GET',
      path: this.#names.objectPath(subject.key),
      query: { projection },
      subject,
      expects: [404],
    });
    return answer.status === 404 ? undefined : jsonOf<Resource>(answer);
  }

  async #visible<T>(get: (projection: Projection) => Promise<T>): Promise<T> {
    const lists = this.#lists;
    if (lists.visible === false || lists.counted === false) return get('noAcl');
    try {
      const told = await get('full');
      lists.visible = true;
      return told;
    } catch (thrown) {
      if (!(thrown instanceof RollbackError) || thrown.code !== 'PERMISSION') throw thrown;
      lists.visible = false;
      return get('noAcl');
    }
  }
}

function metadataOf(told: Resource): ContentMetadata {
  const resource: Record<string, unknown> = {};
  for (const name of CARRIED) if (told[name] !== undefined) resource[name] = told[name];
  const entries = told.acl?.map(({ entity, role }) => ({ entity, role })) ?? [];
  if (entries.length > 0) resource.acl = entries;
  // The resource names the key's version; a request names the key.
  const key = typeof told.kmsKeyName === 'string' ? withoutVersion(told.kmsKeyName) : undefined;
  const metageneration = typeof told.metageneration === 'string' ? told.metageneration : undefined;
  return { resource, query: { kmsKeyName: key }, metageneration };
}
