import { type ObjectStore, type StoredObject } from '../../../ports/object-store.ts';
import { type Capabilities } from './capabilities.ts';
export interface KnownCapabilities {
    /** Undefined when they have to be probed: never were, or by another version of the tool, or of another service. */
    readonly capabilities: Capabilities | undefined;
    /** What stands there now, to be replaced. */
    readonly stored: StoredObject | undefined;
}
/** `.rollback-log/capabilities.json`: what a probe found, kept for the runs that follow. */
export declare class CapabilityFile {
    #private;
    constructor(store: Pick<ObjectStore, 'read' | 'put'>, expected: {
        readonly tool_version: string;
        readonly service: string;
    });
    read(): Promise<KnownCapabilities>;
    /** Another run may have kept its own meanwhile, which says the same; without an answer the next run probes again. */
    keep(capabilities: Capabilities, stored: StoredObject | undefined): Promise<void>;
}
