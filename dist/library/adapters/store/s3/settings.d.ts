import { type LifecycleRule, type ServerSideEncryptionByDefault } from '@aws-sdk/client-s3';
import type { S3Context } from './context.ts';
export type Versioning = 'Enabled' | 'Suspended' | 'Off';
/** Asked anew each time. Throws as any request does. */
export declare function askVersioning(context: S3Context): Promise<Versioning>;
/** A setting, or why it can't be told: a store need not have it, nor we the permission to look. */
export type Setting<T> = {
    readonly value: T;
} | {
    readonly unknown: string;
};
/** Out of reach is out of reach; any other refusal only means that this one thing is not known. */
export declare function readSetting<T>(context: S3Context, asked: Promise<T>): Promise<Setting<T>>;
export declare function askLifecycle(context: S3Context): Promise<readonly LifecycleRule[]>;
/** Undefined where ownership was never said: then objects have ACLs of their own. */
export declare function askOwnership(context: S3Context): Promise<string | undefined>;
/** For the file of capabilities; nothing where it can't be told. */
export declare const aclsIn: (ownership: Setting<string | undefined>) => {
    readonly object_acls?: boolean;
};
export declare function askEncryption(context: S3Context): Promise<ServerSideEncryptionByDefault | undefined>;
