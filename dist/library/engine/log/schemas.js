import * as z from 'zod/mini';
import { BACKUP_METHODS } from '../../domain/manifest.js';
/** What a store gives back is hostile until it is parsed here. */
const count = z.int().check(z.nonnegative());
const rollbackType = z.enum(['full', 'artifacts_only', 'index_only']);
const operationName = z.enum(['rollback', 'restore']);
const holder = z.object({
    host: z.string(),
    boot_id: z.string(),
    pid_namespace: z.string(),
    pid: count,
    process_start: z.string(),
});
const openOperation = z.object({
    operation_id: z.string().check(z.minLength(1)),
    operation: operationName,
    version: z.string(),
    rollback_id: z.string(),
    rollback_type: rollbackType,
    create_backup: z.boolean(),
    phase: z.enum(['claimed', 'committed', 'reverting']),
    epoch: count,
    began: z.string(),
    actor: z.string(),
    run: z.string(),
    reason: z.string(),
    policy_mode: z.enum(['strict', 'lenient']),
    forced: z.boolean(),
    warnings: z.array(z.string()),
    manifest_key: z.string(),
    manifest_sha256: z.string(),
    commit_sequence: count,
    backup_prefix: z.optional(z.string()),
    sign_audit_log: z.optional(z.boolean()),
});
const record = z.object({
    schema_version: z.literal(1),
    sequence: count,
    previous_hash: z.string(),
    operation_id: z.string(),
    epoch: count,
    nonce: z.string(),
    kind: z.enum([
        'claim',
        'commit',
        'beat',
        'takeover',
        'reverting',
        'done',
        'aborted',
        'reverted',
        'abandoned',
    ]),
    operation: operationName,
    version: z.string(),
    actor: z.string(),
    run: z.string(),
    holder,
    time: z.string(),
    open: z.nullable(openOperation),
    outcome: z.optional(z.object({
        exit_code: count,
        message: z.string(),
        superseded: z.optional(z.boolean()),
        audit_sha256: z.optional(z.string()),
        misplaced: z.optional(z.array(z.string())),
        discards: z.optional(z.string()),
        backup_prefix: z.optional(z.string()),
    })),
    accepts_break: z.optional(z.boolean()),
});
const marker = z.object({
    schema_version: z.literal(1),
    event: z.enum(['rolled_back', 'restored', 'reverted']),
    sequence: count,
    version: z.string(),
    operation_id: z.string(),
    rollback_id: z.string(),
    rollback_type: rollbackType,
    undoes: z.string(),
    backup_path: z.string(),
    manifest_key: z.string(),
    manifest_sha256: z.string(),
    backup_prefix: z.optional(z.string()),
    can_restore: z.boolean(),
    time: z.string(),
});
const artifact = z.object({
    path: z.string(),
    type: z.enum(['file', 'symlink', 'folder']),
    size: z.number(),
    revision: z.string(),
    mode: z.optional(z.number()),
    target: z.optional(z.string()),
    checksum: z.optional(z.string()),
    modified: z.optional(z.number()),
    version_id: z.optional(z.string()),
    storage_class: z.optional(z.string()),
    listed: z.boolean(),
});
const artifacts = z.array(artifact);
const paths = z.array(z.string());
const placements = z.array(z.looseObject({ raw: z.string(), position: count }));
const manifest = z.object({
    schema_version: z.literal(1),
    operation: operationName,
    operation_id: z.string(),
    rollback_id: z.string(),
    version: z.string(),
    rollback_type: rollbackType,
    created_at: z.string(),
    create_backup: z.boolean(),
    backup_method: z.enum(BACKUP_METHODS),
    reason: z.string(),
    backup_path: z.string(),
    artifacts,
    entries: placements,
    index_revision: z.string(),
    mark: z.optional(z.object({ removed_at: z.string(), rollback_id: z.string() })),
    undoes: z.optional(z.string()),
    absent: z.optional(paths),
    folder_present: z.boolean(),
});
/** Parses UTF-8 JSON of the given shape; undefined when it is anything else. */
function decode(schema, bytes) {
    try {
        return checked(schema, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    }
    catch {
        return undefined;
    }
}
function checked(schema, value) {
    const parsed = schema.safeParse(value);
    return parsed.success ? parsed.data : undefined;
}
export const decodeRecord = (bytes) => decode(record, bytes);
export const decodeMarker = (bytes) => decode(marker, bytes);
export const decodeManifest = (bytes) => decode(manifest, bytes);
/** A manifest's parts as they are parsed; undefined for what has another shape. */
export const checkManifest = (value) => checked(manifest, value);
export const checkArtifacts = (items) => checked(artifacts, items);
export const checkEntries = (items) => checked(placements, items);
export const checkPaths = (items) => checked(paths, items);
