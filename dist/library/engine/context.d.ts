import type { Clock } from '../ports/clock.ts';
import type { EvidenceWriter } from '../ports/evidence.ts';
import type { Host } from '../ports/host.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { Reporter } from '../ports/reporter.ts';
import type { Signer } from '../ports/signer.ts';
/** The real parts that a use case works with. */
export interface EngineContext {
    readonly store: ObjectStore;
    readonly evidence: EvidenceWriter;
    /** Absent when the audit log is not to be signed. */
    readonly signer: Signer | undefined;
    /** A key that was given without being told to sign: for what a dead run wanted to be signed, and for nothing else. */
    readonly standbySigner?: Signer | undefined;
    readonly clock: Clock;
    readonly host: Host;
    readonly reporter: Reporter;
    /** Aborted when the run is cancelled: before the commit it ends, after it it goes on. */
    readonly cancelled: AbortSignal;
}
