import type { Clock } from '../../ports/clock.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { GcsPlace } from './gcs/open-gcs.ts';
import type { S3StoreOptions } from './s3/options.ts';
/** Where a repository is and how it is reached, as the request says. */
export type StoreOptions = {
    readonly type: 'local';
    readonly path: string;
} | ({
    readonly type: 's3';
} & S3StoreOptions) | ({
    readonly type: 'gcs';
} & GcsPlace);
export interface StoreParts {
    readonly clock: Clock;
    /** Told what only somebody who looks for a fault wants to know. */
    readonly debug: (message: string) => void;
}
/** The one place that knows which repositories there are; each cloud's SDK is loaded only for its own. */
export declare function openStore(options: StoreOptions, parts: StoreParts): Promise<ObjectStore>;
