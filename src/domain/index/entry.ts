import { BrokenIndexError } from './broken-index-error.ts';
import type { IndexDocument, IndexEntry, Removal } from './document.ts';
import { decode, encode, keyIs, parseSlice } from './json-slice.ts';
import { mustGoOn, OPEN_BRACE, OPEN_BRACKET, type Span, scanArray, scanObject, skipValue } from './scan.ts';

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
/** Bytes of a list of artifacts that are parsed at once: of a longer one all its texts are never there together. */
const AT_ONCE = 64 * 1024;
const NONE: readonly string[] = Object.freeze([]);

/** Reads the entry that begins at `start`. Only `version` and `artifacts` are required, as in DESIGN §1. */
export function parseEntry(bytes: Uint8Array, start: number, position: number): IndexEntry {
  const what = `release ${position + 1}`;
  mustGoOn(bytes, start);
  if (bytes[start] !== OPEN_BRACE) throw new BrokenIndexError(`${what} is not an object`, start);
  const span = checkedSpan(bytes, start, what);
  const { json, artifactCount } = readFields(bytes, span, what);
  const { version } = json;
  if (typeof version !== 'string') throw new BrokenIndexError(`${what} has no "version"`, start);
  if (version === '') throw new BrokenIndexError(`${what} has an empty "version"`, start);
  if (artifactCount === undefined)
    throw new BrokenIndexError(`${what} has no "artifacts" array of strings`, start);
  return {
    position,
    version,
    start,
    end: span.end,
    artifactCount,
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

interface EntrySpan extends Span {
  /** The value of `artifacts`. */
  readonly artifacts: Span | undefined;
}

interface EntryFields {
  /** All but a long list of artifacts, which is empty here. */
  readonly json: Readonly<Record<string, unknown>>;
  /** Undefined where `artifacts` is no array of strings. */
  readonly artifactCount: number | undefined;
}

function readFields(bytes: Uint8Array, span: EntrySpan, what: string): EntryFields {
  const { artifacts } = span;
  if (artifacts !== undefined && artifacts.end - artifacts.start > AT_ONCE) {
    try {
      return readInPieces(bytes, span, artifacts);
    } catch {
      // What is wrong, and where, is told of the whole.
    }
  }
  const json = parseSlice(bytes, span.start, span.end, what) as Record<string, unknown>;
  return { json, artifactCount: isStrings(json.artifacts) ? json.artifacts.length : undefined };
}

function readInPieces(bytes: Uint8Array, { start, end }: Span, artifacts: Span): EntryFields {
  const around = `${decode(bytes, start, artifacts.start)}[]${decode(bytes, artifacts.end, end)}`;
  return { json: JSON.parse(around), artifactCount: countStrings(bytes, artifacts) };
}

/** Throws where it is not strict JSON. */
function countStrings(bytes: Uint8Array, { start }: Span): number | undefined {
  if (bytes[start] !== OPEN_BRACKET) return undefined;
  let count = 0;
  let allStrings = true;
  let piece = { start, end: start };
  const take = (): void => {
    const items = JSON.parse(`[${decode(bytes, piece.start, piece.end)}]`) as unknown[];
    count += items.length;
    allStrings &&= isStrings(items);
  };
  scanArray(bytes, start, (at) => {
    const isFull = piece.end - piece.start >= AT_ONCE;
    if (isFull) take();
    piece = { start: isFull || piece.end === start ? at : piece.start, end: skipValue(bytes, at) };
    return piece.end;
  });
  if (piece.end > start) take();
  return allStrings ? count : undefined;
}

/** JSON.parse takes the last of two equal keys, another reader the first: a doubled key that we rely on is refused. */
function checkedSpan(bytes: Uint8Array, start: number, what: string): EntrySpan {
  let versions = 0;
  let lists = 0;
  let artifacts: Span | undefined;
  const end = scanObject(bytes, start, (keyStart, keyEnd, valueStart) => {
    if (keyIs(bytes, keyStart, keyEnd, VERSION) && ++versions > 1) {
      throw new BrokenIndexError(`${what} has "version" twice`, keyStart);
    }
    const isList = keyIs(bytes, keyStart, keyEnd, ARTIFACTS);
    if (isList && ++lists > 1) throw new BrokenIndexError(`${what} has "artifacts" twice`, keyStart);
    const valueEnd = skipValue(bytes, valueStart);
    if (isList) artifacts = { start: valueStart, end: valueEnd };
    return valueEnd;
  });
  return { start, end, artifacts };
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
