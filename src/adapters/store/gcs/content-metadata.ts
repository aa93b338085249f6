import { RollbackError } from '../../../domain/errors.ts';
import { ConflictError } from '../../../ports/object-store.ts';
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

type Resource = Partial<Record<(typeof CARRIED)[number] | 'metageneration' | 'kmsKeyName', unknown>> & {
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

/**
 * Reads what belongs to exactly this generation, in one request (two at first, where access lists may not be seen).
 * Sent once: the caller is about to change something, and time counts. Throws ConflictError when it is gone.
 */
export async function contentMetadata(
  { api, names }: { readonly api: JsonApi; readonly names: Names },
  lists: AccessLists,
  subject: Subject,
  generation: string,
): Promise<ContentMetadata> {
  const get = async (projection: 'full' | 'noAcl'): Promise<ContentMetadata> => {
    const answer = await api.once({
      method: 'GET',
      path: names.objectPath(subject.key),
      query: { generation, projection },
      subject: { ...subject, conditional: true },
      expects: [404],
    });
    // A generation that is not the live one any more may be told all the same: the precondition of the write decides.
    if (answer.status === 404) throw new ConflictError(subject.key);
    return metadataOf(jsonOf<Resource>(answer));
  };
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

function metadataOf(told: Resource): ContentMetadata {
  const resource: Record<string, unknown> = {};
  for (const name of CARRIED) if (told[name] !== undefined) resource[name] = told[name];
  const entries = told.acl?.map(({ entity, role }) => ({ entity, role })) ?? [];
  if (entries.length > 0) resource.acl = entries;
  // The resource names the key's version; a request names the key.
  const key =
    typeof told.kmsKeyName === 'string' ? told.kmsKeyName.replace(/\/cryptoKeyVersions\/.*$/, '') : undefined;
  const metageneration = typeof told.metageneration === 'string' ? told.metageneration : undefined;
  return { resource, query: { kmsKeyName: key }, metageneration };
}
