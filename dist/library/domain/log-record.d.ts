import { type Bytes } from './byte-parts.ts';
import type { RollbackTypeName } from './types.ts';
/**
 * One record of the operation log: journal, lock, heartbeat and audit trail in one (DESIGN §2). Records are
 * created only if absent, numbered without gaps, chained by hash, and never changed.
 */
export type RecordKind = 'claim' | 'commit' | 'beat' | 'takeover' | 'reverting' | 'done' | 'aborted' | 'reverted' | 'abandoned';
export declare const CLOSERS: readonly ['done', 'aborted', 'reverted', 'abandoned'];
export type CloserKind = (typeof CLOSERS)[number];
export declare const isCloser: (kind: RecordKind) => kind is CloserKind;
export type OperationName = 'rollback' | 'restore';
/** Who holds an operation; enough to tell on the same machine whether it still lives. */
export interface Holder {
    readonly host: string;
    readonly boot_id: string;
    readonly pid_namespace: string;
    readonly pid: number;
    /** Start time of the process in the system's own units; pids are used again. */
    readonly process_start: string;
}
/** Who asked, and which CI run it was. */
export interface Actor {
    readonly actor: string;
    readonly run: string;
}
/** Before `commit` recovery undoes, after it goes forward, in `reverting` it puts everything back. */
export type Phase = 'claimed' | 'committed' | 'reverting';
/** The operation that is open after a record: the newest record alone tells the state. */
export interface OpenOperation {
    readonly operation_id: string;
    readonly operation: OperationName;
    readonly version: string;
    readonly rollback_id: string;
    readonly rollback_type: RollbackTypeName;
    readonly create_backup: boolean;
    readonly phase: Phase;
    readonly epoch: number;
    /** When the operation began, ISO 8601; names the backup folder. */
    readonly began: string;
    /** Who asked for it, and in which CI run; kept through takeovers. */
    readonly actor: string;
    readonly run: string;
    readonly reason: string;
    readonly policy_mode: 'strict' | 'lenient';
    readonly forced: boolean;
    /** Warnings that belong to what was decided, kept for the evidence that a recovery writes. */
    readonly warnings: readonly string[];
    /** Key of the operation's manifest and SHA-256 of its bytes; empty until `commit`. */
    readonly manifest_key: string;
    readonly manifest_sha256: string;
    /** Sequence of the commit record, 0 before it. Names the by-version marker. */
    readonly commit_sequence: number;
    /** On a bucket: the folder of its backups outside of the repository; empty for the usual place. */
    readonly backup_prefix?: string;
    /** Its audit log was to be signed; absent where it was not, and in records of before this was kept. */
    readonly sign_audit_log?: boolean;
}
export interface LogRecord {
    readonly schema_version: 1;
    readonly sequence: number;
    /** SHA-256 of the previous record's bytes as stored, lower-case hex; empty for the first. */
    readonly previous_hash: string;
    readonly operation_id: string;
    readonly epoch: number;
    /** Random; tells our own record from another's when the reply was lost. */
    readonly nonce: string;
    readonly kind: RecordKind;
    readonly operation: OperationName;
    readonly version: string;
    readonly actor: string;
    readonly run: string;
    readonly holder: Holder;
    /** ISO 8601, the holder's clock; informative only. */
    readonly time: string;
    readonly open: OpenOperation | null;
    /** What a closer adds: result, evidence hashes, keys that are not where they should be. */
    readonly outcome?: ClosingOutcome;
    /** A person accepted that the chain before this record is broken. */
    readonly accepts_break?: boolean;
}
export interface ClosingOutcome {
    readonly exit_code: number;
    readonly message: string;
    readonly superseded?: boolean;
    readonly audit_sha256?: string;
    readonly misplaced?: readonly string[];
    /** A backup folder that nobody needs any more: what its writer did not take away, the next operation does. */
    readonly discards?: string;
    /** Where that folder is, as `backup_prefix` of the operation. */
    readonly backup_prefix?: string;
}
/**
 * Answers whether a version was rolled back, without reading the log: the newest marker decides. Written
 * before the closer, named by the sequence of the commit (or of `reverting`, when that is undone).
 */
export interface VersionMarker {
    readonly schema_version: 1;
    readonly event: 'rolled_back' | 'restored' | 'reverted';
    readonly sequence: number;
    readonly version: string;
    readonly operation_id: string;
    readonly rollback_id: string;
    readonly rollback_type: RollbackTypeName;
    /** The rollback that a `restored` or `reverted` marker undoes. */
    readonly undoes: string;
    readonly backup_path: string;
    readonly manifest_key: string;
    readonly manifest_sha256: string;
    /** As of the operation: where its backup is. Absent locally, and in markers of before this was kept. */
    readonly backup_prefix?: string;
    readonly can_restore: boolean;
    readonly time: string;
}
export declare function sha256Hex(bytes: Bytes | string): string;
/** Stored form: one JSON object, two spaces, newline at the end. */
export declare function encodeJson(value: unknown): Uint8Array;
