import type { Content } from './content.ts';

/** Milliseconds since the epoch, by the server's clock. */
export type Milliseconds = number;

export interface GcsClock {
  now(): Milliseconds;
}

export interface AclEntry {
  readonly entity: string;
  readonly role: 'OWNER' | 'READER';
}

/** What a client may set on an object (the writable part of the Objects resource). */
export interface ObjectMetadata {
  readonly contentType?: string | undefined;
  readonly cacheControl?: string | undefined;
  readonly contentEncoding?: string | undefined;
  readonly contentDisposition?: string | undefined;
  readonly contentLanguage?: string | undefined;
  readonly customTime?: string | undefined;
  readonly storageClass?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  /** Kept as they come: cloud.google.com/storage/docs/object-contexts. */
  readonly contexts?: object | undefined;
  readonly eventBasedHold?: boolean | undefined;
  readonly temporaryHold?: boolean | undefined;
  readonly retention?: { readonly mode: string; readonly retainUntilTime: string } | undefined;
  readonly acl?: readonly AclEntry[] | undefined;
}

/** One generation of an object; never changed in place, so that a snapshot may share it. */
export interface StoredVersion extends ObjectMetadata {
  readonly name: string;
  readonly state: 'live' | 'noncurrent' | 'soft-deleted';
  readonly generation: number;
  readonly metageneration: number;
  readonly created: Milliseconds;
  readonly updated: Milliseconds;
  /** When it stopped being live. */
  readonly deleted?: Milliseconds | undefined;
  /** When a soft-deleted one goes for good. */
  readonly hardDelete?: Milliseconds | undefined;
  /** From when a bucket's retention period counts, if an event-based hold was released. */
  readonly retentionFrom?: Milliseconds | undefined;
  readonly kmsKeyName?: string | undefined;
  readonly storageClass: string;
  readonly content: Content;
}

/** The part of the Buckets resource that is kept; the names and shapes are the API's own. */
export interface BucketConfig {
  location: string;
  storageClass: string;
  versioning?: { enabled: boolean } | undefined;
  retentionPolicy?: { retentionPeriod: string; effectiveTime?: string; isLocked?: boolean } | undefined;
  softDeletePolicy?: { retentionDurationSeconds: string; effectiveTime?: string } | undefined;
  lifecycle?: { rule: readonly object[] } | undefined;
  iamConfiguration: {
    uniformBucketLevelAccess: { enabled: boolean };
    publicAccessPrevention: 'inherited' | 'enforced';
  };
  encryption?: { defaultKmsKeyName: string } | undefined;
  hierarchicalNamespace?: { enabled: boolean } | undefined;
  defaultEventBasedHold?: boolean | undefined;
  billing?: { requesterPays: boolean } | undefined;
}

export interface IamBinding {
  role: string;
  members: string[];
  condition?: { title: string; expression: string };
}

/** Switches of the server; each may be changed at any time. */
export interface Rules {
  /** Every `if…Match` is taken as fulfilled: a store that a capability probe has to find out. */
  ignorePreconditions: boolean;
  /** 429 for a second change of one object within a second of the server's clock. */
  oneUpdatePerSecond: boolean;
  /** The answer to a condition on an object that is not there, where it is not `ifGenerationMatch=0`. */
  conditionOnAbsent: 404 | 412;
  /** Bytes that one rewrite call copies; without it, only one across classes or locations needs several calls. */
  rewriteBytesPerCall: number | undefined;
  /** The answer of `objects.move` where it is not allowed. */
  moveRefused: { status: number; reason: string; message?: string } | undefined;
  /** The bearer token that JSON requests must carry; none is asked for without it. */
  requiredToken: string | undefined;
  /** Milliseconds put in front of each HTTP request, for a bench. */
  latency: number;
}
