import type { S3Client } from '@aws-sdk/client-s3';
import type { ObjectInfo, VersionKeeper } from '../../../ports/object-store.ts';
import type { Finding } from '../../../ports/store-diagnosis.ts';
import type { Capabilities } from '../remote/capabilities.ts';
import type { S3Context } from './context.ts';
export interface DiagnoseParts {
    readonly context: S3Context;
    readonly keeper: Pick<VersionKeeper, 'demandUnhide'>;
    /** A client without credentials. */
    readonly anonymous: () => S3Client;
    /** Probes anew, and keeps what was found. */
    readonly probe: () => Promise<Capabilities>;
    readonly list: (prefix: string) => AsyncIterable<ObjectInfo>;
    /** How far the store's clock is ahead of ours, milliseconds. */
    readonly skew: () => number | undefined;
    readonly monotonic: () => number;
    readonly singleWriter: boolean;
}
/** Everything that `doctor` looks at, in this order. */
export declare function diagnose(parts: DiagnoseParts): Promise<readonly Finding[]>;
