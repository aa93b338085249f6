import { describe, expect, test } from 'vitest';
import type { Bytes } from '../../src/domain/byte-parts.ts';
import {
  buildAuditLog,
  buildRollbackManifest,
  evidenceNames,
  INDEX_STATE_LIMIT,
  indexState,
} from '../../src/domain/evidence.ts';
import { cutEntries, entriesOf, parseIndex, placementOf } from '../../src/domain/index/mod.ts';
import { sha256Hex } from '../../src/domain/log-record.ts';
import type { RollbackManifest } from '../../src/domain/manifest.ts';
import type { AuditLog } from '../../src/domain/report.ts';
import { aManifest, aReport, ROLLBACK_ID, TIMESTAMP } from '../builders/report.ts';
import { bytesOf, textOf } from './index/helpers.ts';

const BIG = '12345678901234567890';
const facts = { timestamp: TIMESTAMP, canRestore: true, forced: false };

const manifestOf = (bytes: Bytes): RollbackManifest => JSON.parse(textOf(bytes));

function largeIndex(): Uint8Array {
  const filler = 'x'.repeat(INDEX_STATE_LIMIT);
  return bytesOf(
    `{"releases":[{"version":"v2","artifacts":[],"note":"${filler}"},{"version":"v1.0.2","artifacts":[],"big":${BIG}}],"total_releases":2}`,
  );
}

test('names carry the operation', () => {
  expect(evidenceNames('rollback', 'v1.0.2')).toEqual({
    manifest: 'v1.0.2.rollback-manifest.json',
    audit: 'v1.0.2.rollback-audit.json',
    signature: 'v1.0.2.rollback-audit.sig',
  });
  expect(evidenceNames('restore', 'v1.0.2').signature).toBe('v1.0.2.restore-audit.sig');
});

describe('the manifest', () => {
  test('holds the guide’s fields', () => {
    const before = bytesOf('{"releases":[]}');
    const manifest = manifestOf(
      buildRollbackManifest({
        ...facts,
        operation: aManifest(),
        indexBefore: indexState(before, aManifest()),
        indexAfter: indexState(undefined, aManifest()),
      }),
    );
    expect(manifest).toMatchObject({
      version: 'v1.0.2',
      rollback_timestamp: TIMESTAMP,
      rollback_id: ROLLBACK_ID,
      rollback_reason: 'crashes at start',
      artifacts_removed: ['v1.0.2/README.md', 'v1.0.2/latest'],
      index_state_before: { releases: [] },
      index_state_after: null,
      rollback_type: 'full',
      can_restore: true,
      forced: false,
    });
    expect(manifest.artifacts).toEqual(aManifest().artifacts);
  });

  test('keeps the index text as it is: numbers beyond 2^53, order, layout; without the byte order mark', () => {
    const text = `{ "releases" : [],\n\t"z": ${BIG}, "a": 1.0 }`;
    const bytes = buildRollbackManifest({
      ...facts,
      operation: aManifest(),
      indexBefore: indexState(bytesOf(`\uFEFF${text}\n`), aManifest()),
      indexAfter: indexState(bytesOf(text), aManifest()),
    });
    expect(textOf(bytes)).toContain(`"index_state_before": ${text},`);
    expect(textOf(bytes)).not.toContain('\uFEFF');
    expect(manifestOf(bytes).index_state_after).toEqual(JSON.parse(text));
  });

  test('of an index over 1 MiB holds only what concerns the release', () => {
    const before = largeIndex();
    const hash = sha256Hex(before);
    const doc = parseIndex(before);
    const [entry] = entriesOf(doc, 'v1.0.2');
    if (entry === undefined) throw new Error('no entry');
    const after = cutEntries(doc, [entry], new Date(TIMESTAMP));
    const operation = aManifest({ entries: [placementOf(doc, entry)] });
    const states = { indexBefore: indexState(before, operation), indexAfter: indexState(after, operation) };
    // What it says does not need the index any more.
    before.fill(0);
    const bytes = buildRollbackManifest({ ...facts, operation, ...states });
    expect(textOf(bytes).length).toBeLessThan(5000);
    expect(textOf(bytes)).toContain(`"entry": {"version":"v1.0.2","artifacts":[],"big":${BIG}}`);
    expect(manifestOf(bytes)).toMatchObject({
      index_state_before: { truncated: true, sha256: hash, total_releases: 2, position: 1 },
      index_state_after: {
        truncated: true,
        sha256: sha256Hex(after),
        total_releases: 1,
        position: null,
        entry: null,
      },
    });
  });

  test.each([bytesOf('{"releases": ['), Uint8Array.of(0xff, 0xfe, 0x00)])(
    'of a broken index names its hash',
    (broken) => {
      const bytes = buildRollbackManifest({
        ...facts,
        operation: aManifest(),
        indexBefore: indexState(broken, aManifest()),
        indexAfter: indexState(broken, aManifest()),
      });
      expect(manifestOf(bytes).index_state_before).toMatchObject({
        truncated: true,
        sha256: sha256Hex(broken),
        entry: null,
      });
    },
  );

  test('an index_only rollback removes no artifacts; a restore put back what was absent', () => {
    const build = (change: Parameters<typeof aManifest>[0]) =>
      manifestOf(
        buildRollbackManifest({
          ...facts,
          operation: aManifest(change),
          indexBefore: 'null',
          indexAfter: 'null',
        }),
      );
    expect(build({ rollback_type: 'index_only' }).artifacts_removed).toEqual([]);
    const folder = { path: 'v1.0.2/empty/', type: 'folder', size: 0, revision: '1', listed: false } as const;
    expect(build({ artifacts: [...aManifest().artifacts, folder] }).artifacts_removed).toHaveLength(2);
    // A bucket may have bytes under a name like a folder's, which the report counts as well.
    const odd = { path: 'v1.0.2/odd/', type: 'file', size: 3, revision: '1', listed: false } as const;
    const artifacts = [...aManifest().artifacts, folder, odd];
    expect(build({ artifacts }).artifacts_removed).toContain(odd.path);
    const absent = [folder.path, odd.path];
    expect(build({ artifacts, operation: 'restore', absent }).artifacts_removed).toEqual([odd.path]);
    expect(build({ operation: 'restore', absent: ['v1.0.2/latest'] }).artifacts_removed).toEqual([
      'v1.0.2/latest',
    ]);
  });
});

test('the audit log holds the manifest’s very text', () => {
  const manifestBytes = buildRollbackManifest({
    ...facts,
    operation: aManifest(),
    indexBefore: indexState(bytesOf(`{"releases":[],"big":${BIG}}`), aManifest()),
    indexAfter: 'null',
  });
  const audit = buildAuditLog({
    audit_id: 'id',
    version: 'v1.0.2',
    timestamp: TIMESTAMP,
    machine_id: 'host',
    rollback_id: ROLLBACK_ID,
    rollback_type: 'full',
    actor: 'me',
    run: '1',
    log_head: { sequence: 4, hash: 'ab' },
    manifestBytes,
    report: aReport(),
  });
  expect(textOf(audit)).toContain(textOf(manifestBytes).trim());
  const parsed = JSON.parse(textOf(audit)) as AuditLog;
  expect(parsed.report).toEqual(aReport());
  expect(parsed.log_head).toEqual({ sequence: 4, hash: 'ab' });
  expect(parsed.manifest).toEqual(JSON.parse(textOf(manifestBytes)));
});
