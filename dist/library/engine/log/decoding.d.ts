import type { LogRecord, VersionMarker } from '../../domain/log-record.ts';
export declare const decodeRecord: (bytes: Uint8Array) => Promise<LogRecord | undefined>;
export declare const decodeMarker: (bytes: Uint8Array) => Promise<VersionMarker | undefined>;
