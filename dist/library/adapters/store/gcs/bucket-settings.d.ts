import { type JsonApi } from './json-api.ts';
import type { Names } from './names.ts';
/** The part of the Buckets resource that matters: cloud.google.com/storage/docs/json_api/v1/buckets#resource. */
export interface BucketSettings {
    readonly storageClass?: string;
    readonly retentionPolicy?: {
        readonly retentionPeriod?: string;
    };
    readonly softDeletePolicy?: {
        readonly retentionDurationSeconds?: string;
    };
    readonly versioning?: {
        readonly enabled?: boolean;
    };
    readonly lifecycle?: {
        readonly rule?: readonly LifecycleRule[];
    };
    readonly defaultEventBasedHold?: boolean;
    readonly iamConfiguration?: {
        readonly uniformBucketLevelAccess?: {
            readonly enabled?: boolean;
        };
        readonly publicAccessPrevention?: string;
    };
    readonly encryption?: {
        readonly defaultKmsKeyName?: string;
    };
    readonly hierarchicalNamespace?: {
        readonly enabled?: boolean;
    };
}
interface LifecycleRule {
    readonly action?: {
        readonly type?: string;
    };
    readonly condition?: Readonly<Record<string, unknown>> & {
        readonly matchesPrefix?: readonly string[];
    };
}
/** One request; undefined when we may not see them. Throws NO_REPOSITORY when there is no such bucket. */
export declare function bucketSettings(api: JsonApi, names: Names): Promise<BucketSettings | undefined>;
export declare const UNSEEN: string;
/** What there is to know before artifacts are taken out or put back, in words. */
export declare function settingsWarnings(settings: BucketSettings, names: Names): string[];
/** Why the bucket lets no new object go, in words. */
export declare function keepsEverything(settings: BucketSettings): string[];
export declare function retention({ retentionPolicy }: BucketSettings): string | undefined;
/** Rules that would delete live backups, or the log. */
export declare function lifecycle({ lifecycle: rules }: BucketSettings, { keys }: Names): string[];
export declare function duration(seconds: number): string;
export {};
