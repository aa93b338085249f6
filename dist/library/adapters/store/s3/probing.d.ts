import type { Clock } from '../../../ports/clock.ts';
import { type Capabilities } from '../remote/capabilities.ts';
import type { ReadRetries } from '../remote/read-retries.ts';
import type { Dialect, S3Context } from './context.ts';
export interface ProbingParts {
    readonly context: S3Context;
    readonly clock: Clock;
    readonly toolVersion: string;
    readonly service: string;
    /** A probe without an answer is begun anew, in another folder: nothing depends on what became of it. */
    readonly retries: ReadRetries;
}
/** What the store holds to, found out by trying; see `probe`. */
export declare function probeStore(parts: ProbingParts): Promise<Capabilities>;
/** Until something else is known, every condition is sent: a store that knows them holds to them. */
export declare const dialectOf: (capabilities: Capabilities | undefined) => Dialect;
