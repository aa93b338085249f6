import { artifactIndex } from './artifact-marks.js';
import { byteParts, textParts, withoutLast } from './byte-parts.js';
import { entriesOf, entryBytes, entryText, findRaw, parseIndex, } from './index/mod.js';
import { artifactLines, encodeMembers, listLines, memberText, withLongList, } from './json-file.js';
import { sha256Hex } from './log-record.js';
import { takesArtifacts } from './types.js';
const encoder = new TextEncoder();
/** An index up to this size stands in the manifest whole; of a larger one only what concerns the release. */
export const INDEX_STATE_LIMIT = 1024 * 1024;
/** File names of an operation's evidence, without a folder. */
export function evidenceNames(operation, version) {
    const stem = `${version}.${operation}`;
    return {
        manifest: `${stem}-manifest.json`,
        audit: `${stem}-audit.json`,
        signature: `${stem}-audit.sig`,
    };
}
/** Whether a file of this name is evidence, also of an earlier operation, whose id is then in the name. */
export const isEvidenceName = (name) => /\.(?:rollback|restore)-(?:manifest|audit)\.(?:.+\.)?(?:json|sig)$/i.test(name);
/** `<version>.rollback-manifest.json` (guide, "Rollback Manifest"); a restore's has the same fields. */
export function buildRollbackManifest(facts) {
    const { operation } = facts;
    return encodeMembers({
        schema_version: memberText(1),
        operation: memberText(operation.operation),
        version: memberText(operation.version),
        rollback_timestamp: memberText(facts.timestamp),
        rollback_id: memberText(operation.rollback_id),
        rollback_reason: memberText(operation.reason),
        rollback_type: memberText(operation.rollback_type),
        can_restore: memberText(facts.canRestore),
        backup_path: memberText(operation.backup_path),
        forced: memberText(facts.forced),
        artifacts_removed: listLines(movedPaths(operation), 1),
        artifacts: artifactLines(operation.artifacts),
        index_state_before: facts.indexBefore,
        index_state_after: facts.indexAfter,
    });
}
/** `<version>.rollback-audit.json` (guide, "Audit Logging"). */
export function buildAuditLog(facts) {
    return encodeMembers({
        schema_version: memberText(1),
        audit_id: memberText(facts.audit_id),
        version: memberText(facts.version),
        timestamp: memberText(facts.timestamp),
        machine_id: memberText(facts.machine_id),
        rollback_id: memberText(facts.rollback_id),
        rollback_type: memberText(facts.rollback_type),
        actor: memberText(facts.actor),
        run: memberText(facts.run),
        log_head: memberText(facts.log_head),
        report: withLongList(facts.report, 'artifacts_removed'),
        // Without its line end.
        manifest: withoutLast(facts.manifestBytes),
    });
}
/** Of a rollback: what it takes; of a restore: what was absent and is put back. Empty folders are no artifacts. */
function movedPaths({ rollback_type: type, absent, artifacts }) {
    if (!takesArtifacts(type))
        return [];
    const paths = absent === undefined ? filesOf(artifacts) : filesAmong(absent, artifacts);
    return { [Symbol.iterator]: paths };
}
const filesOf = (artifacts) => function* () {
    for (const { path, type } of artifacts)
        if (type !== 'folder')
            yield path;
};
const filesAmong = (paths, artifacts) => function* () {
    // Only a name that ends like a folder's may be one.
    for (const path of paths)
        if (!path.endsWith('/') || artifactIndex(artifacts).find(path)?.type === 'file')
            yield path;
};
/**
 * The index as stored (undefined when there was none) as JSON text: its own characters, for a parsed and printed number
 * beyond 2^53 is another number.
 */
export function indexState(bytes, operation) {
    if (bytes === undefined)
        return 'null';
    const whole = bytes.length <= INDEX_STATE_LIMIT ? validText(bytes) : undefined;
    return whole ?? indexExtract(bytes, operation);
}
/** Without byte order mark and surrounding space; undefined when it is no JSON. */
function validText(bytes) {
    try {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
        JSON.parse(text);
        return text;
    }
    catch {
        return undefined;
    }
}
function indexExtract(bytes, operation) {
    const doc = parsed(bytes);
    const raw = operation.entries[0]?.raw;
    const ours = doc && raw !== undefined ? findRaw(doc, operation.version, raw) : undefined;
    const entry = ours ?? (doc && entriesOf(doc, operation.version)[0]);
    const members = {
        truncated: memberText(true),
        sha256: memberText(sha256Hex(bytes)),
        total_releases: doc?.totalReleases === undefined ? 'null' : entryText(doc, doc.totalReleases),
        position: memberText(entry?.position ?? null),
        entry: '',
    };
    const lines = Object.entries(members).map(([name, text]) => `    ${JSON.stringify(name)}: ${text}`);
    const stored = storedEntry(doc, entry, ours === undefined ? undefined : raw);
    return byteParts(function* () {
        yield encoder.encode(`{\n${lines.join(',\n')}`);
        yield* typeof stored === 'string' ? textParts(stored) : [stored];
        yield encoder.encode('\n  }');
    });
}
/** An entry of ours as the operation's manifest has it already: one of 100,000 artifacts need not be there twice. */
function storedEntry(doc, entry, raw) {
    if (raw !== undefined)
        return raw;
    // A copy: a view would keep the whole index.
    return doc === undefined || entry === undefined ? 'null' : entryBytes(doc, entry).slice();
}
/** Never fails: evidence of an odd index is better than none. */
function parsed(bytes) {
    try {
        return parseIndex(bytes);
    }
    catch {
        return undefined;
    }
}
