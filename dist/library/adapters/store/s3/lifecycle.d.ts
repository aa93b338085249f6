import type { LifecycleRule } from '@aws-sdk/client-s3';
export interface LifecycleQuestion {
    readonly rules: readonly LifecycleRule[];
    /** Whether old releases rest on stored versions instead of copies. */
    readonly versions: boolean;
    /** A prefix of our keys in the bucket. */
    readonly inBucket: (prefix: string) => string;
}
/** Rules that would eat what a restore needs, in words with their name and days. */
export declare function lifecycleWarnings({ rules, versions, inBucket }: LifecycleQuestion): readonly string[];
