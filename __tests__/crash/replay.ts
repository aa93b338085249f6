import { entriesOf, parseIndex } from '../../src/domain/index/mod.ts';
import type { OpenOperation } from '../../src/domain/log-record.ts';
import { takesArtifacts, takesEntry } from '../../src/domain/types.ts';
import { logRecords, type Snapshot } from './invariants.ts';

/** What stands of one version, in the few words that the log's closers decide. */
export interface Standing {
  readonly entry: 'listed' | 'marked' | 'absent';
  readonly artifacts: boolean;
}

/** What must stand if exactly the operations that the log calls `done` were done, one after another. */
export function replay(snapshot: Snapshot, version: string): Standing {
  const open = new Map<string, OpenOperation>();
  const taken = new Map<string, Standing>();
  let now: Standing = { entry: 'listed', artifacts: true };
  for (const record of logRecords(snapshot)) {
    if (record.open !== null) open.set(record.operation_id, record.open);
    const operation = open.get(record.operation_id);
    if (record.kind !== 'done' || operation === undefined || operation.version !== version) continue;
    if (operation.operation === 'rollback') {
      taken.set(operation.rollback_id, now);
      now = takenOut(now, operation);
    } else now = taken.get(operation.rollback_id) ?? now;
  }
  return now;
}

function takenOut(before: Standing, { rollback_type: type }: OpenOperation): Standing {
  const hidden = takesEntry(type) ? 'absent' : before.entry === 'listed' ? 'marked' : before.entry;
  return { entry: hidden, artifacts: before.artifacts && !takesArtifacts(type) };
}

/** What does stand. */
export function standingOf(snapshot: Snapshot, version: string, files: number): Standing | string {
  const doc = parseIndex(new TextEncoder().encode(snapshot.get('index.json') ?? ''));
  const entries = entriesOf(doc, version);
  const there = [...snapshot.keys()].filter((key) => key.startsWith(`${version}/`)).length;
  if (entries.length > 1) return `listed ${entries.length} times`;
  if (there !== 0 && there !== files) return `${there} of ${files} artifacts`;
  const [entry] = entries;
  return {
    entry: entry === undefined ? 'absent' : entry.removed === undefined ? 'listed' : 'marked',
    artifacts: there === files,
  };
}
