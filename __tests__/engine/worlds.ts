import { expect } from 'vitest';
import { entriesOf, insertEntry, parseIndex, placementOf } from '../../src/domain/index/mod.ts';
import { encodeJson, type LogRecord } from '../../src/domain/log-record.ts';
import type { RollbackReport } from '../../src/domain/report.ts';
import { rollback } from '../../src/engine/mod.ts';
import type { Actor, MemoryWorld } from '../builders/memory-world.ts';
import { rollbackRequest } from '../builders/memory-world.ts';
import { logRecords, snapshotOf } from '../crash/invariants.ts';
import { KillSwitch } from '../crash/memory-kill.ts';
import { A_RECORD, to } from './intercepts.ts';

export const records = (world: MemoryWorld): LogRecord[] => logRecords(snapshotOf(world.bucket));
export const kinds = (world: MemoryWorld): string[] => records(world).map(({ kind }) => kind);

export const indexText = (world: MemoryWorld): string => world.bucket.text('index.json') ?? '';
export const docOf = (world: MemoryWorld) => parseIndex(new TextEncoder().encode(indexText(world)));
export const listed = (world: MemoryWorld): string[] => docOf(world).entries.map(({ version }) => version);

/** Outside our folders and index.md, `last_updated` aside: what 'exactly as before' compares. */
export function essenceOf(world: MemoryWorld): Record<string, string> {
  const files = [...world.visible()].filter(([key]) => key !== 'index.md');
  return Object.fromEntries(
    files.map(([key, text]) => [
      key,
      key === 'index.json' ? text.replace(/"last_updated": "[^"]*"/, '"last_updated": ""') : text,
    ]),
  );
}

/** A rollback that dies right after the record of this kind; its process is gone. */
export async function diesAfter(
  world: MemoryWorld,
  kind: 'claim' | 'commit',
  act: (actor: Actor) => Promise<unknown> = ({ context }) => rollback(rollbackRequest('v1.0.2'), context),
): Promise<void> {
  let dead = false;
  const actor = world.actor(async (request, effect) => {
    if (dead) throw new Error('this process was killed');
    const result = await effect();
    dead = to('put', A_RECORD)(request) && records(world).at(-1)?.kind === kind;
    return result;
  });
  await act(actor);
  actor.host.die();
}

/** A rollback (or what `act` does) that dies at its n-th change. */
export async function diesAt(
  world: MemoryWorld,
  at: number,
  act: (actor: Actor) => Promise<unknown> = ({ context }) => rollback(rollbackRequest('v1.0.2'), context),
): Promise<KillSwitch> {
  const kill = new KillSwitch(at, 'after');
  const actor = world.actor(kill.intercept);
  await act(actor);
  actor.host.die();
  return kill;
}

/** The release published again: another entry of the version, with the artifacts that it lists. */
export function foreignEntry(version = 'v1.0.2', artifacts: readonly string[] = []): string {
  return JSON.stringify({ version, artifacts, published_by: 'somebody else' });
}

/** Adds an entry at the top, as a publisher without any condition writes it. */
export function publishBlind(world: MemoryWorld, raw: string): void {
  world.bucket.write('index.json', withEntry(world, raw));
}

/** As a publisher writes it who makes sure that nobody else wrote meanwhile. */
export async function publishProperly(world: MemoryWorld, raw: string): Promise<void> {
  const { store } = world.actor().context;
  const standing = await store.read('index.json');
  if (standing === undefined) throw new Error('no index');
  const unchangedSince = standing.info.revision;
  await store.put('index.json', withEntry(world, raw), { unchangedSince });
}

const withEntry = (world: MemoryWorld, raw: string): Uint8Array =>
  withEntryOnTop(new TextEncoder().encode(indexText(world)), raw, new Date(world.clock.now()));

/** The index with one more entry, as a publisher writes it. */
export function withEntryOnTop(index: Uint8Array, raw: string, now: Date): Uint8Array {
  const doc = parseIndex(index);
  const { version } = JSON.parse(raw) as { version: string };
  const top = doc.entries[0];
  const placement = {
    version,
    raw,
    position: 0,
    newer: [],
    older: top === undefined ? [] : [top.version],
    glue: { lead: '\n    ', after: ',\n    ', tail: '\n  ' },
  };
  return insertEntry(doc, placement, now);
}

/** v1.0.4 as a whole: artifacts first, then the entry. */
export const V104 = foreignEntry('v1.0.4', ['v1.0.4/README.md']);
export async function publishV104(world: MemoryWorld, properly = true): Promise<void> {
  world.bucket.write('v1.0.4/README.md', 'four\n');
  if (properly) await publishProperly(world, V104);
  else publishBlind(world, V104);
}

export const rawOf = (world: MemoryWorld, version: string): string => {
  const doc = docOf(world);
  const [entry] = entriesOf(doc, version);
  if (entry === undefined) throw new Error(`${version} is not listed`);
  return placementOf(doc, entry).raw;
};

/** Writes a record over one that is there, as a vandal would. */
export function tamper(world: MemoryWorld, record: LogRecord, changes: Partial<LogRecord>): void {
  const key = `.rollback-log/${(99_999_999_999_999_999_999n - BigInt(record.sequence)).toString()}`;
  world.bucket.write(key, encodeJson({ ...record, ...changes }));
}

export const unchanged = (report: RollbackReport): void => {
  expect(report.changed).toBe(false);
  expect(report.total_artifacts_removed).toBe(0);
  expect(report.index_updated).toBe(false);
};
