import type { MemoryBucket } from '../../src/adapters/store/memory/memory-bucket.ts';
import { entriesOf, parseIndex, readEntry } from '../../src/domain/index/mod.ts';
import { countdown, LOG, sequenceOf } from '../../src/domain/keys.ts';
import { isCloser, type LogRecord, sha256Hex } from '../../src/domain/log-record.ts';

/** What a repository holds, as text by key: the form in which states are compared. */
export type Snapshot = ReadonlyMap<string, string>;

export const snapshotOf = (bucket: MemoryBucket): Snapshot =>
  new Map([...bucket.objects].sort().map(([key, { body }]) => [key, new TextDecoder('utf-8').decode(body)]));

/** Outside our folders, `last_updated` and index.md aside: what I2 and I6 compare. */
export function essence(snapshot: Snapshot): Record<string, string> {
  const kept = [...snapshot].filter(([key]) => !key.startsWith('.rollback-') && key !== 'index.md');
  return Object.fromEntries(
    kept.map(([key, text]) => [
      key,
      key === 'index.json'
        ? text.replace(/"(last_updated|removed_at|rollback_id)": "[^"]*"/g, '"$1": ""')
        : text,
    ]),
  );
}

/** Every violation of I1, I3 and I7 in this state, in words; empty when it is whole. */
export function violations(snapshot: Snapshot, original: Snapshot, options: { backup: boolean }): string[] {
  return [
    ...unbackedListings(snapshot),
    ...(options.backup ? lostBytes(snapshot, original) : []),
    ...logFaults(snapshot),
  ];
}

/** I1: a listed release has all its artifacts, marked ones aside. */
export function unbackedListings(snapshot: Snapshot): string[] {
  const text = snapshot.get('index.json');
  if (text === undefined) return [];
  const doc = parseIndex(new TextEncoder().encode(text));
  return doc.entries
    .filter((entry) => entry.removed === undefined)
    .flatMap((entry) => {
      const { artifacts } = readEntry(doc, entry);
      const missing = artifacts.filter((path) => !snapshot.has(path));
      return missing.map((path) => `I1: ${entry.version} is listed without ${path}`);
    });
}

/** I3: every original artifact's content is somewhere. */
function lostBytes(snapshot: Snapshot, original: Snapshot): string[] {
  const contents = new Map<string, string[]>();
  for (const [key, text] of snapshot) contents.set(text, [...(contents.get(text) ?? []), key]);
  return [...original]
    .filter(([key]) => /^v\d/.test(key))
    .filter(
      ([key, text]) =>
        !(contents.get(text) ?? []).some((where) => where === key || where.endsWith(`/${key}`)),
    )
    .map(([key]) => `I3: the bytes of ${key} are nowhere`);
}

export function logRecords(snapshot: Snapshot): LogRecord[] {
  return [...snapshot]
    .filter(([key]) => key.startsWith(LOG) && sequenceOf(key.slice(LOG.length)) !== undefined)
    .map(([, text]) => JSON.parse(text) as LogRecord)
    .sort((left, right) => left.sequence - right.sequence);
}

/** I7: gap-free, chained, one closer per operation, at most one open at a time. */
export function logFaults(snapshot: Snapshot): string[] {
  const faults: string[] = [];
  const closed = new Set<string>();
  let previous: LogRecord | undefined;
  for (const record of logRecords(snapshot)) {
    const expected = (previous?.sequence ?? 0) + 1;
    if (record.sequence !== expected)
      faults.push(`I7: record ${record.sequence} follows ${previous?.sequence ?? 0}`);
    const text = previous === undefined ? undefined : snapshot.get(LOG + countdown(previous.sequence));
    if ((text === undefined ? '' : sha256Hex(text)) !== record.previous_hash)
      faults.push(`I7: record ${record.sequence} is not chained`);
    if (closed.has(record.operation_id))
      faults.push(`I7: record ${record.sequence} comes after its operation's closer`);
    if (previous?.open && previous.open.operation_id !== record.operation_id) {
      faults.push(`I7: record ${record.sequence} opens a second operation`);
    }
    if (isCloser(record.kind)) closed.add(record.operation_id);
    previous = record;
  }
  return faults;
}

export const listedVersions = (snapshot: Snapshot, version: string): number =>
  entriesOf(parseIndex(new TextEncoder().encode(snapshot.get('index.json') ?? '{"releases":[]}')), version)
    .length;
