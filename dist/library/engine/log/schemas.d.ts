import type { EntryPlacement } from '../../domain/index/mod.ts';
import type { LogRecord, VersionMarker } from '../../domain/log-record.ts';
import { type ManifestArtifact, type OperationManifest } from '../../domain/manifest.ts';
export declare const decodeRecord: (bytes: Uint8Array) => LogRecord | undefined;
export declare const decodeMarker: (bytes: Uint8Array) => VersionMarker | undefined;
export declare const decodeManifest: (bytes: Uint8Array) => OperationManifest | undefined;
/** A manifest's parts as they are parsed; undefined for what has another shape. */
export declare const checkManifest: (value: unknown) => OperationManifest | undefined;
export declare const checkArtifacts: (items: readonly unknown[]) => readonly ManifestArtifact[] | undefined;
export declare const checkEntries: (items: readonly unknown[]) => readonly EntryPlacement[] | undefined;
export declare const checkPaths: (items: readonly unknown[]) => readonly string[] | undefined;
