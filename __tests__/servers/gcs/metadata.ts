import { invalid } from './errors.ts';
import type { AclEntry, ObjectMetadata, StoredVersion } from './types.ts';

const TEXTS = [
  'contentType',
  'cacheControl',
  'contentEncoding',
  'contentDisposition',
  'contentLanguage',
  'customTime',
] as const;
const CLASSES = ['STANDARD', 'NEARLINE', 'COLDLINE', 'ARCHIVE'];

type Given = Readonly<Record<string, unknown>>;
type Changes = { -readonly [Name in keyof ObjectMetadata]: ObjectMetadata[Name] };

/** The writable metadata that a resource in a request sets. */
export function metadataOf(given: Given): ObjectMetadata {
  return changesOf(given, undefined);
}

/** What a patch changes: a null takes a field away, in `metadata` a single entry. */
export function changesOf(given: Given, before: StoredVersion | undefined): ObjectMetadata {
  const changes: Changes = {};
  for (const name of TEXTS) if (name in given) changes[name] = textOf(name, given[name]);
  for (const name of ['eventBasedHold', 'temporaryHold'] as const) {
    if (name in given) changes[name] = given[name] === true || given[name] === 'true';
  }
  if (given.storageClass !== undefined) changes.storageClass = classOf(given.storageClass);
  if ('metadata' in given) changes.metadata = customOf(given.metadata, before?.metadata ?? {});
  if ('contexts' in given) changes.contexts = objectOf(given.contexts);
  if ('retention' in given) changes.retention = retentionOf(given.retention);
  if (Array.isArray(given.acl)) changes.acl = aclOf(given.acl);
  return changes;
}

/** The metadata that a copy carries over where its request has no resource of its own. */
export function carriedOver(source: StoredVersion): ObjectMetadata {
  const carried: Changes = { metadata: source.metadata, contexts: source.contexts };
  for (const name of TEXTS) carried[name] = source[name];
  return carried;
}

function textOf(name: string, value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'string') throw invalid(`Invalid value for ${name}`);
  return value;
}

const objectOf = (value: unknown): object | undefined =>
  typeof value === 'object' && value !== null ? value : undefined;

function classOf(value: unknown): string {
  if (typeof value === 'string' && CLASSES.includes(value)) return value;
  throw invalid(`Invalid storage class: ${String(value)}`);
}

function customOf(given: unknown, before: Readonly<Record<string, string>>): ObjectMetadata['metadata'] {
  if (given === null || typeof given !== 'object') return undefined;
  const merged = { ...before };
  for (const [name, value] of Object.entries(given)) {
    if (value === null) delete merged[name];
    else merged[name] = String(value);
  }
  return Object.keys(merged).length === 0 ? undefined : merged;
}

function retentionOf(given: unknown): ObjectMetadata['retention'] {
  if (given === null || given === undefined) return undefined;
  const { mode, retainUntilTime } = given as { mode?: unknown; retainUntilTime?: unknown };
  if (typeof mode !== 'string' || typeof retainUntilTime !== 'string') throw invalid('Invalid retention');
  return { mode, retainUntilTime };
}

function aclOf(given: readonly unknown[]): AclEntry[] {
  return given.map((entry) => {
    const { entity, role } = entry as { entity?: unknown; role?: unknown };
    if (typeof entity !== 'string' || (role !== 'OWNER' && role !== 'READER')) throw invalid('Invalid ACL');
    return { entity, role };
  });
}
