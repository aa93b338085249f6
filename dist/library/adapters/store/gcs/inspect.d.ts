import type { BackupMethod } from '../../../domain/manifest.ts';
import type { InspectOptions } from '../../../ports/object-store.ts';
import type { Capabilities, Holds } from '../remote/capabilities.ts';
import type { CapabilityFile } from '../remote/capability-file.ts';
import { type ProbeSubject } from '../remote/probe.ts';
import type { StoreClock } from '../remote/store-clock.ts';
import { type BucketSettings } from './bucket-settings.ts';
import type { AccessLists } from './content-metadata.ts';
import type { JsonApi } from './json-api.ts';
import type { Names } from './names.ts';
export interface InspectParts {
    readonly api: JsonApi;
    readonly names: Names;
    readonly lists: AccessLists;
    readonly file: CapabilityFile;
    /** Sends every condition, also those that are known not to be held. */
    readonly subject: ProbeSubject;
    readonly singleWriter: boolean;
    readonly toolVersion: string;
    readonly clock: StoreClock;
    readonly now: () => Promise<number>;
    readonly id: () => string;
}
/** What a look at the bucket told, kept for the requests that follow. */
export declare class Inspection {
    #private;
    settings: BucketSettings | undefined;
    holds: Holds | undefined;
    readonly parts: InspectParts;
    constructor(parts: InspectParts);
    /** Of the same bucket: what another look told need not be asked again. */
    follow({ settings, holds, parts }: Inspection): void;
    /** Moves need nothing that copies don't, and are one request for two; only where they hold to conditions. */
    get method(): BackupMethod;
    /**
     * One request for the capabilities; with artifacts one for the settings, and for writing one for the permissions.
     * More only where something is unknown or missing: the probe, once per bucket and version of this tool.
     */
    inspect(options: InspectOptions): Promise<readonly string[]>;
    /** For `doctor`, whatever was found before. Throws PERMISSION and UNREACHABLE. */
    probeAnew(): Promise<Capabilities>;
    sweepProbes(): Promise<void>;
}
