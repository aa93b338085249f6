import type { InspectOptions } from '../../../ports/object-store.ts';
import type { Capabilities } from '../remote/capabilities.ts';
import type { CapabilityFile } from '../remote/capability-file.ts';
import type { S3Context } from './context.ts';
import { type Versioning } from './settings.ts';
export interface InspectParts {
    readonly context: S3Context;
    readonly file: CapabilityFile;
    readonly probe: () => Promise<Capabilities>;
    /** Keeps what was probed, in the dialect that was found. */
    readonly keep: (capabilities: Capabilities, stored: Stored) => Promise<void>;
    readonly singleWriter: boolean;
    /** Amazon's own: known to hold to every condition. */
    readonly amazon: boolean;
}
type Known = Awaited<ReturnType<CapabilityFile['read']>>;
type Stored = Known['stored'];
export interface Inspected {
    readonly warnings: readonly string[];
    readonly capabilities: Capabilities | undefined;
    /** Undefined when it was not asked for, or may not be known. */
    readonly versioning: Versioning | undefined;
}
/** Preflight: what would stop a change half-way is found before it begins. One to five requests, and the probe once. */
export declare function inspectStore(parts: InspectParts, options: InspectOptions): Promise<Inspected>;
export declare const ownershipWarnings: (ownership: string | undefined) => readonly string[];
export {};
