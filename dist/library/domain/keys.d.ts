import type { Version } from './version.ts';
/** Names inside a repository (DESIGN §1). All keys are relative to the repository, with '/'. */
export declare const INDEX_KEY = "index.json";
export declare const INDEX_MARKDOWN_KEY = "index.md";
export declare const INDEX_LOCK_KEY = "index.json.lock";
export declare const BACKUPS = ".rollback-backups/";
export declare const LOG = ".rollback-log/";
export declare const WORK = ".rollback-work/";
export declare const BY_VERSION = ".rollback-log/by-version/";
export declare const MANIFESTS = ".rollback-log/manifests/";
/** What the store was found to be able to do. */
export declare const CAPABILITIES_KEY = ".rollback-log/capabilities.json";
/** Names count down, so that one short listing finds the newest record. */
export declare function countdown(sequence: number): string;
/** The sequence behind a countdown name; undefined for any other name. */
export declare function sequenceOf(name: string): number | undefined;
export declare const recordKey: (sequence: number) => string;
export declare const markersPrefix: (version: Version) => string;
export declare const markerKey: (version: Version, sequence: number) => string;
export declare const operationManifestKey: (operationId: string) => string;
export declare const artifactsPrefix: (version: Version) => string;
/** `.rollback-backups/<version>-<YYYYMMDD_HHMMSS>-<8 hex>/`, time in UTC. */
export declare function backupPath(version: Version, at: Date, rollbackId: string): string;
/** Whether this is the backup folder of a rollback: its id is the beginning of the operation's. */
export declare function backupOf(folder: string, version: string, operationId: string): boolean;
/** Why an artifact path of an index entry leaves the version folder, or undefined when it stays inside. */
export declare function artifactPathProblem(version: string, path: string): string | undefined;
/** The order of every listing: UTF-8 bytes, which UTF-16 units follow except that surrogates come last. */
export declare function compareKeys(a: string, b: string): number;
