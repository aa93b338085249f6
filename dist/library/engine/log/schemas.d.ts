import type { LogRecord, VersionMarker } from '../../domain/log-record.ts';
import { type OperationManifest } from '../../domain/manifest.ts';
export declare const decodeRecord: (bytes: Uint8Array) => LogRecord | undefined;
export declare const decodeMarker: (bytes: Uint8Array) => VersionMarker | undefined;
export declare const decodeManifest: (bytes: Uint8Array) => OperationManifest | undefined;
