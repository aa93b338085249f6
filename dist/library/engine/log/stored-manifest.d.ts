import type { OperationManifest } from '../../domain/manifest.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
/** An operation's manifest as it is stored, whatever it is. */
export interface StoredManifest {
    /** SHA-256 of its bytes, lower-case hex. */
    readonly sha256: string;
    /** Undefined where the bytes are no manifest. Nothing may act on it before its hash is known to be the right one. */
    readonly manifest: OperationManifest | undefined;
}
/**
 * Reads a manifest: of a bucket without ever having all of its bytes or artifacts in memory at once, of a folder as a
 * whole, where the reader's own code would take longer than a local restore has for it.
 */
export declare function readManifest(store: ObjectStore, key: string): Promise<StoredManifest | undefined>;
