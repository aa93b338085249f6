import { readFileSync } from 'node:fs';
import { type Bytes, joinBytes } from '../../../src/domain/byte-parts.ts';
import { type IndexDocument, type IndexEntry, parseIndex } from '../../../src/domain/index/mod.ts';

export const NOW = new Date('2026-11-23T01:02:03.004Z');
export const FIXTURE = new URL('../../fixtures/tars-repository/', import.meta.url);
export const GOLDEN = new URL('../../golden/index/', import.meta.url);

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (bytes: Bytes): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(joinBytes(bytes));

export const fixtureBytes = (): Uint8Array => new Uint8Array(readFileSync(new URL('index.json', FIXTURE)));
export const fixtureText = (): string => textOf(fixtureBytes());
export const golden = (name: string): string => readFileSync(new URL(name, GOLDEN), 'utf8');

export const parseText = (text: string): IndexDocument => parseIndex(bytesOf(text));

export function entryAt(doc: IndexDocument, position: number): IndexEntry {
  const entry = doc.entries[position];
  if (entry === undefined) throw new Error(`no entry at ${position}`);
  return entry;
}

/** An entry as compact JSON. */
export const entry = (version: string, more: object = {}): string =>
  JSON.stringify({ version, artifacts: [], ...more });

/** An index of these entries as compact JSON. */
export const indexOf = (entries: readonly string[], head = ''): string =>
  `{${head}"releases":[${entries.join(',')}]}`;

export const versionsOf = (bytes: Uint8Array): string[] => parseIndex(bytes).entries.map((e) => e.version);

/** The text with the value of `last_updated` blanked: what an edit and its undo must agree on. */
export function withoutTime(bytes: Uint8Array): string {
  const { lastUpdated } = parseIndex(bytes);
  if (lastUpdated === undefined) return textOf(bytes);
  return textOf(bytes.subarray(0, lastUpdated.start)) + textOf(bytes.subarray(lastUpdated.end));
}
