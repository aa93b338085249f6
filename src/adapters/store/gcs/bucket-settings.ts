import { RollbackError } from '../../../domain/errors.ts';
import { BACKUPS, LOG } from '../../../domain/keys.ts';
import { type JsonApi, jsonOf } from './json-api.ts';
import type { Names } from './names.ts';

/** The part of the Buckets resource that matters: cloud.google.com/storage/docs/json_api/v1/buckets#resource. */
export interface BucketSettings {
  readonly storageClass?: string;
  readonly retentionPolicy?: { readonly retentionPeriod?: string };
  readonly softDeletePolicy?: { readonly retentionDurationSeconds?: string };
  readonly versioning?: { readonly enabled?: boolean };
  readonly lifecycle?: { readonly rule?: readonly LifecycleRule[] };
  readonly defaultEventBasedHold?: boolean;
  readonly iamConfiguration?: {
    readonly uniformBucketLevelAccess?: { readonly enabled?: boolean };
    readonly publicAccessPrevention?: string;
  };
  readonly encryption?: { readonly defaultKmsKeyName?: string };
  readonly hierarchicalNamespace?: { readonly enabled?: boolean };
}

interface LifecycleRule {
  readonly action?: { readonly type?: string };
  readonly condition?: Readonly<Record<string, unknown>> & { readonly matchesPrefix?: readonly string[] };
}

const FIELDS =
  'storageClass,retentionPolicy,softDeletePolicy,versioning,lifecycle,defaultEventBasedHold,iamConfiguration,encryption,hierarchicalNamespace';

/** One request; undefined when we may not see them. Throws NO_REPOSITORY when there is no such bucket. */
export async function bucketSettings(api: JsonApi, names: Names): Promise<BucketSettings | undefined> {
  const subject = {
    doing: 'looking at',
    bucket: names.bucket,
    key: '',
    permissions: ['storage.buckets.get'],
  };
  try {
    const request = { method: 'GET' as const, path: names.bucketPath(), query: { fields: FIELDS }, subject };
    return jsonOf<BucketSettings>(await api.read(request));
  } catch (thrown) {
    if (thrown instanceof RollbackError && ['PERMISSION', 'STEP_FAILED'].includes(thrown.code))
      return undefined;
    throw thrown;
  }
}

export const UNSEEN =
  "The bucket's settings can't be seen (storage.buckets.get): a retention policy, or a lifecycle rule that would " +
  'delete backups, would not be noticed';

/** What there is to know before artifacts are taken out or put back, in words. */
export function settingsWarnings(settings: BucketSettings, names: Names): string[] {
  return [...keepsEverything(settings), ...lifecycle(settings, names)];
}

/** Why the bucket lets no new object go, in words. */
export function keepsEverything(settings: BucketSettings): string[] {
  return [retention(settings), eventBasedHold(settings)].filter((reason) => reason !== undefined);
}

export function retention({ retentionPolicy }: BucketSettings): string | undefined {
  const seconds = Number(retentionPolicy?.retentionPeriod ?? 0);
  if (seconds === 0) return undefined;
  return `The bucket keeps every object for ${duration(seconds)} (retention policy): what is younger can be neither removed nor replaced, index.json included, and a backup can't be moved back before that`;
}

function eventBasedHold({ defaultEventBasedHold }: BucketSettings): string | undefined {
  return defaultEventBasedHold === true
    ? 'The bucket places an event-based hold on every new object: neither index.json nor a backup could be changed again'
    : undefined;
}

const HARM: readonly (readonly [folder: string, harm: string])[] = [
  [BACKUPS, 'a backup could be gone when it is wanted'],
  [LOG, 'the log must never lose a record'],
];

/** Rules that would delete live backups, or the log. */
export function lifecycle({ lifecycle: rules }: BucketSettings, { keys }: Names): string[] {
  const deleting = (rules?.rule ?? [])
    .filter(({ action }) => action?.type === 'Delete')
    .map(({ condition = {} }) => condition)
    .filter(meetsLive);
  return HARM.flatMap(([ours, harm]) => {
    const folder = keys.folderInBucket(ours);
    return deleting
      .filter((condition) => meets(condition, folder))
      .map(
        (condition) =>
          `A lifecycle rule of the bucket deletes objects below ${folder} (${inWords(condition)}): ${harm}`,
      );
  });
}

/** A rule for noncurrent versions only leaves live objects alone. */
const NONCURRENT = ['numNewerVersions', 'daysSinceNoncurrentTime', 'noncurrentTimeBefore'];

const meetsLive = (condition: Readonly<Record<string, unknown>>): boolean =>
  condition.isLive !== false && !NONCURRENT.some((name) => Number(condition[name] ?? 0) !== 0);

function meets({ matchesPrefix }: NonNullable<LifecycleRule['condition']>, folder: string): boolean {
  if (matchesPrefix === undefined || matchesPrefix.length === 0) return true;
  return matchesPrefix.some((prefix) => prefix.startsWith(folder) || folder.startsWith(prefix));
}

function inWords(condition: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(condition).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return parts.length === 0 ? 'any' : parts.join(', ');
}

export function duration(seconds: number): string {
  const [count, unit] = seconds >= 86_400 ? [seconds / 86_400, 'days'] : [seconds, 'seconds'];
  return `${Number(count.toFixed(1))} ${unit}`;
}
