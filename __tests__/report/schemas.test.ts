import { describe, expect, test } from 'vitest';
import type { Bytes } from '../../src/domain/byte-parts.ts';
import { FAILURES } from '../../src/domain/errors.ts';
import {
  buildAuditLog,
  buildRollbackManifest,
  INDEX_STATE_LIMIT,
  indexState,
} from '../../src/domain/evidence.ts';
import { entriesOf, parseIndex, placementOf } from '../../src/domain/index/mod.ts';
import type { LogRecord, OpenOperation, VersionMarker } from '../../src/domain/log-record.ts';
import type { AuditSignature, RollbackReport } from '../../src/domain/report.ts';
import { encodeReport } from '../../src/report/json-report.ts';
import { aDryRun, aFailure, aManifest, aReport, ROLLBACK_ID, TIMESTAMP } from '../builders/report.ts';
import { SCHEMAS, schemaProblems } from '../builders/schemas.ts';
import { bytesOf, fixtureBytes, textOf } from '../domain/index/helpers.ts';

const HASH = 'ab'.repeat(32);
const UUID = 'a1b2c3d4-0000-4000-8000-000000000000';

const open: OpenOperation = {
  operation_id: UUID,
  operation: 'rollback',
  version: 'v1.0.2',
  rollback_id: ROLLBACK_ID,
  rollback_type: 'full',
  create_backup: true,
  phase: 'claimed',
  epoch: 1,
  began: TIMESTAMP,
  actor: 'octocat',
  run: 'cli',
  reason: '',
  policy_mode: 'strict',
  forced: false,
  warnings: [],
  manifest_key: '',
  manifest_sha256: '',
  commit_sequence: 0,
};

const record: LogRecord = {
  schema_version: 1,
  sequence: 1,
  previous_hash: '',
  operation_id: UUID,
  epoch: 1,
  nonce: UUID,
  kind: 'claim',
  operation: 'rollback',
  version: 'v1.0.2',
  actor: 'octocat',
  run: 'cli',
  holder: { host: 'h', boot_id: 'b', pid_namespace: 'pid:[1]', pid: 1, process_start: '1' },
  time: TIMESTAMP,
  open,
};

const marker: VersionMarker = {
  schema_version: 1,
  event: 'rolled_back',
  sequence: 2,
  version: 'v1.0.2',
  operation_id: UUID,
  rollback_id: ROLLBACK_ID,
  rollback_type: 'full',
  undoes: '',
  backup_path: '.rollback-backups/x/',
  manifest_key: '.rollback-backups/x/manifest.json',
  manifest_sha256: HASH,
  backup_prefix: 'kept/production',
  can_restore: true,
  time: TIMESTAMP,
};

const signature: AuditSignature = {
  algorithm: 'RSA-PSS-SHA256',
  key_id: HASH,
  hash: HASH,
  signature: Buffer.alloc(384).toString('base64'),
  timestamp: TIMESTAMP,
};

const doc = parseIndex(fixtureBytes());
const [entry] = entriesOf(doc, 'v1.0.2');
if (entry === undefined) throw new Error('no entry');
const operation = aManifest({ entries: [placementOf(doc, entry)] });
const facts = { operation, timestamp: TIMESTAMP, canRestore: true, forced: false };
const state = (bytes: Uint8Array | undefined) => indexState(bytes, operation);
const manifestBytes = buildRollbackManifest({
  ...facts,
  indexBefore: state(fixtureBytes()),
  indexAfter: state(undefined),
});
const padded = bytesOf(textOf(fixtureBytes()) + ' '.repeat(INDEX_STATE_LIMIT));
const shortManifest = buildRollbackManifest({
  ...facts,
  indexBefore: state(padded),
  indexAfter: state(bytesOf('{')),
});
const audit = buildAuditLog({
  audit_id: UUID,
  version: 'v1.0.2',
  timestamp: TIMESTAMP,
  machine_id: 'host',
  rollback_id: ROLLBACK_ID,
  rollback_type: 'full',
  actor: 'octocat',
  run: 'cli',
  log_head: { sequence: 4, hash: HASH },
  manifestBytes,
  report: aReport(),
});

const parsed = (bytes: Bytes): unknown => JSON.parse(textOf(bytes));
const asReport = (report: RollbackReport): unknown => parsed(encodeReport(report));

const EXAMPLES: readonly (readonly [schema: string, what: string, document: unknown])[] = [
  ['report', 'success', asReport(aReport({ index_marked: false }))],
  [
    'report',
    'of a bucket',
    asReport(
      aReport({ repository_type: 's3', repository_options: { 'repository-bucket': 'b', 's3-region': 'r' } }),
    ),
  ],
  ['report', 'dry run', asReport(aDryRun())],
  ['report', 'failure', asReport(aFailure({ would_exit_code: 41, changed: 'unknown' }))],
  ['rollback-manifest', 'with the whole index', parsed(manifestBytes)],
  ['rollback-manifest', 'with a large index', parsed(shortManifest)],
  ['rollback-audit', 'of a rollback', parsed(audit)],
  ['rollback-audit-signature', 'of 3072 bits', signature],
  ['log-record', 'a claim', record],
  [
    'log-record',
    'a closer',
    {
      ...record,
      kind: 'done',
      open: null,
      accepts_break: true,
      outcome: { exit_code: 43, message: 'x', superseded: true, audit_sha256: HASH, misplaced: ['v1.0.2/a'] },
    } satisfies LogRecord,
  ],
  ['operation-manifest', 'of a rollback', operation],
  [
    'operation-manifest',
    'of a restore',
    aManifest({
      operation: 'restore',
      absent: [],
      undoes: UUID,
      mark: { removed_at: TIMESTAMP, rollback_id: ROLLBACK_ID },
      artifacts: [
        { path: 'v1.0.2/e/', type: 'folder', size: 0, revision: '1', checksum: 'md5:x', listed: false },
      ],
    }),
  ],
  ['version-marker', 'of a rollback', marker],
];

test.each(EXAMPLES)('%s: %s', (name, _, document) => {
  expect(schemaProblems(name, document)).toEqual([]);
});

test('every schema has an example, and says what it is of', () => {
  expect([...SCHEMAS.keys()].sort()).toEqual([...new Set(EXAMPLES.map(([name]) => name))].sort());
  for (const [name, schema] of SCHEMAS) {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.$id).toBe(`${name}.schema.json`);
    expect(schema.description).not.toBe('');
  }
});

describe('a document that lacks a field, or has one that the schema does not know, is found', () => {
  test.each(EXAMPLES)('%s: %s', (name, _, document) => {
    const known = document as Record<string, unknown>;
    expect(schemaProblems(name, { ...known, stranger: 1 })).toHaveLength(1);
    const required = SCHEMAS.get(name)?.required as readonly string[];
    for (const field of required) {
      const { [field]: __, ...rest } = known;
      expect(schemaProblems(name, rest)).not.toEqual([]);
    }
  });
});

test('the report schema knows every failure and every exit code', () => {
  for (const [code, { exitCode }] of Object.entries(FAILURES)) {
    const report = aFailure({ error_code: code as keyof typeof FAILURES, exit_code: exitCode });
    expect(schemaProblems('report', asReport(report))).toEqual([]);
  }
});
