import { BrokenIndexError } from './broken-index-error.ts';
import type { IndexDocument, IndexEntry, Removal } from './document.ts';
import { encode, keyIs, parseSlice } from './json-slice.ts';
import { mustGoOn, OPEN_BRACE, type Span, scanObject, skipValue } from './scan.ts';

/** What an entry says beyond the fields that {@link IndexEntry} keeps. */
export interface EntryDetails {
  /** Paths with the version in front, as listed; not checked here. */
  readonly artifacts: readonly string[];
  /** Undefined where absent, negative, no integer, or beyond 2^53. */
  readonly sizeBytes: number | undefined;
  readonly sha256: string | undefined;
  /** The whole entry; numbers beyond 2^53 are rounded here, so never write it back. */
  readonly json: Readonly<Record<string, unknown>>;
}

export interface PlacedEntry {
  readonly version: string;
  readonly artifacts: readonly string[];
  readonly removed: Removal | undefined;
}

const VERSION = encode('version');
const ARTIFACTS = encode('artifacts');
const NONE: readonly string[] = Object.freeze([]);

/** Reads the entry that begins at `start`. Only `version` and `artifacts` are required, as in DESIGN §1. */
export function parseEntry(bytes: Uint8Array, start: number, position: number): IndexEntry {
  const what = `release ${position + 1}`;
  mustGoOn(bytes, start);
  if (bytes[start] !== OPEN_BRACE) throw new BrokenIndexError(`${what} is not an object`, start);
  const end = checkedEnd(bytes, start, what);
  const json = parseSlice(bytes, start, end, what) as Record<string, unknown>;
  const { version, artifacts } = json;
  if (typeof version !== 'string') throw new BrokenIndexError(`${what} has no "version"`, start);
  if (version === '') throw new BrokenIndexError(`${what} has an empty "version"`, start);
  if (!isStrings(artifacts)) throw new BrokenIndexError(`${what} has no "artifacts" array of strings`, start);
  return {
    position,
    version,
    start,
    end,
    artifactCount: artifacts.length,
    timestamp: stringOf(json.timestamp),
    dependsOn: stringsIn(json.depends_on),
    baseVersion: stringOf(json.base_version),
    removed: removalOf(json),
  };
}

/** Parses the entry's slice on demand: a document of 100,000 releases keeps none of them. */
export function readEntry(doc: IndexDocument, entry: Span): EntryDetails {
  const json = parseSlice(doc.bytes, entry.start, entry.end, 'the entry') as Record<string, unknown>;
  const size = json.size_bytes;
  return {
    artifacts: json.artifacts as string[],
    sizeBytes: typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 ? size : undefined,
    sha256: stringOf(json.sha256),
    json,
  };
}

/** What an entry lists that is in no document. Throws {@link BrokenIndexError} where `raw` is no entry. */
export function readPlaced({ raw }: { readonly raw: string }): PlacedEntry {
  const json = parsed(raw);
  const { version, artifacts } = json;
  if (typeof version !== 'string' || !isStrings(artifacts))
    throw new BrokenIndexError('the entry to put back is none', 0);
  return { version, artifacts, removed: removalOf(json) };
}

function parsed(raw: string): Record<string, unknown> {
  let json: unknown;
  try {
    json = JSON.parse(raw);
  } catch {
    // Told below.
  }
  if (typeof json === 'object' && json !== null) return json as Record<string, unknown>;
  throw new BrokenIndexError('the entry to put back is not valid JSON', 0);
}

/** JSON.parse takes the last of two equal keys, another reader the first: a doubled key that we rely on is refused. */
function checkedEnd(bytes: Uint8Array, start: number, what: string): number {
  let versions = 0;
  let artifacts = 0;
  return scanObject(bytes, start, (keyStart, keyEnd, valueStart) => {
    if (keyIs(bytes, keyStart, keyEnd, VERSION) && ++versions > 1) {
      throw new BrokenIndexError(`${what} has "version" twice`, keyStart);
    }
    if (keyIs(bytes, keyStart, keyEnd, ARTIFACTS) && ++artifacts > 1) {
      throw new BrokenIndexError(`${what} has "artifacts" twice`, keyStart);
    }
    return skipValue(bytes, valueStart);
  });
}

function removalOf(json: Record<string, unknown>): Removal | undefined {
  if (json.artifacts_removed !== true) return undefined;
  return { rollbackId: stringOf(json.rollback_id), removedAt: stringOf(json.removed_at) };
}

/** A dependency overlooked is worse than one too many: strings are taken from arrays, objects, and objects in arrays. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  const strings = childrenOf(value)
    .flatMap((child) => [child, ...childrenOf(child)])
    .filter((s) => typeof s === 'string');
  return strings.length === 0 ? NONE : strings;
}

function childrenOf(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : NONE;
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
