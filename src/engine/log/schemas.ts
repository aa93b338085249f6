import type { EntryPlacement } from '../../domain/index/mod.ts';
import type {
  ClosingOutcome,
  Holder,
  LogRecord,
  OpenOperation,
  VersionMarker,
} from '../../domain/log-record.ts';
import type { ManifestArtifact, OperationManifest } from '../../domain/manifest.ts';
import {
  count,
  flag,
  listOf,
  named,
  nullable,
  number,
  objectOf,
  oneOf,
  optional,
  type Shape,
  text,
} from './shapes.ts';

/** What a store gives back is hostile until it is parsed here. */
const rollbackType = oneOf('full', 'artifacts_only', 'index_only');
const operationName = oneOf('rollback', 'restore');

const holder = objectOf<Holder>({
  host: text,
  boot_id: text,
  pid_namespace: text,
  pid: count,
  process_start: text,
});

const openOperation = objectOf<OpenOperation>({
  operation_id: named,
  operation: operationName,
  version: text,
  rollback_id: text,
  rollback_type: rollbackType,
  create_backup: flag,
  phase: oneOf('claimed', 'committed', 'reverting'),
  epoch: count,
  began: text,
  actor: text,
  run: text,
  reason: text,
  policy_mode: oneOf('strict', 'lenient'),
  forced: flag,
  warnings: listOf(text),
  manifest_key: text,
  manifest_sha256: text,
  commit_sequence: count,
});

const record = objectOf<LogRecord>({
  schema_version: oneOf(1),
  sequence: count,
  previous_hash: text,
  operation_id: text,
  epoch: count,
  nonce: text,
  kind: oneOf('claim', 'commit', 'beat', 'takeover', 'reverting', 'done', 'aborted', 'reverted', 'abandoned'),
  operation: operationName,
  version: text,
  actor: text,
  run: text,
  holder,
  time: text,
  open: nullable(openOperation),
  outcome: optional(
    objectOf<ClosingOutcome>({
      exit_code: count,
      message: text,
      superseded: optional(flag),
      audit_sha256: optional(text),
      misplaced: optional(listOf(text)),
    }),
  ),
  accepts_break: optional(flag),
});

const marker = objectOf<VersionMarker>({
  schema_version: oneOf(1),
  event: oneOf('rolled_back', 'restored', 'reverted'),
  sequence: count,
  version: text,
  operation_id: text,
  rollback_id: text,
  rollback_type: rollbackType,
  undoes: text,
  backup_path: text,
  manifest_key: text,
  manifest_sha256: text,
  can_restore: flag,
  time: text,
});

const artifact = objectOf<ManifestArtifact>({
  path: text,
  type: oneOf('file', 'symlink', 'folder'),
  size: number,
  revision: text,
  mode: optional(number),
  target: optional(text),
  checksum: optional(text),
  listed: flag,
});

const manifest = objectOf<OperationManifest>({
  schema_version: oneOf(1),
  operation: operationName,
  operation_id: text,
  rollback_id: text,
  version: text,
  rollback_type: rollbackType,
  created_at: text,
  create_backup: flag,
  reason: text,
  backup_path: text,
  artifacts: listOf(artifact),
  entries: listOf(objectOf<Pick<EntryPlacement, 'raw' | 'position'>>({ raw: text, position: count })),
  index_revision: text,
  mark: optional(objectOf<NonNullable<OperationManifest['mark']>>({ removed_at: text, rollback_id: text })),
  undoes: optional(text),
  absent: optional(listOf(text)),
  folder_present: flag,
});

/** Parses UTF-8 JSON of the given shape; undefined when it is anything else. */
function decode<T>(shape: Shape, bytes: Uint8Array): T | undefined {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return shape(parsed) ? (parsed as T) : undefined;
  } catch {
    return undefined;
  }
}

export const decodeRecord = (bytes: Uint8Array): LogRecord | undefined => decode<LogRecord>(record, bytes);
export const decodeMarker = (bytes: Uint8Array): VersionMarker | undefined =>
  decode<VersionMarker>(marker, bytes);
export const decodeManifest = (bytes: Uint8Array): OperationManifest | undefined =>
  decode<OperationManifest>(manifest, bytes);
