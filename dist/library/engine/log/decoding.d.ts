import type { LogRecord, VersionMarker } from '../../domain/log-record.ts';
import type { OperationManifest } from '../../domain/manifest.ts';
export declare const decodeRecord: (bytes: Uint8Array) => Promise<LogRecord | undefined>;
export declare const decodeMarker: (bytes: Uint8Array) => Promise<VersionMarker | undefined>;
export declare const decodeManifest: (bytes: Uint8Array) => Promise<OperationManifest | undefined>;
