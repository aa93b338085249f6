import { DEFAULT_OBJECT_ACL } from './acl.ts';
import { bytesContent, type Content, contentText } from './content.ts';
import { SortedNames } from './sorted-names.ts';
import type {
  BucketConfig,
  GcsClock,
  IamBinding,
  Milliseconds,
  ObjectMetadata,
  StoredVersion,
} from './types.ts';

const NONE: readonly StoredVersion[] = [];

/** A bucket's state, with no opinion on who may change it: the operations ask first, a blind writer doesn't. */
export class Bucket {
  readonly name: string;
  readonly created: Milliseconds;
  config: BucketConfig;
  metageneration = 1;
  policy: IamBinding[] = [];
  /** Keys of Cloud KMS that refuse to work. */
  deniedKmsKeys = new Set<string>();
  readonly #clock: GcsClock;
  #sorted = new SortedNames();
  #versions = new Map<string, readonly StoredVersion[]>();
  #lastChange = new Map<string, Milliseconds>();
  #lastGeneration = 0;

  constructor(name: string, config: BucketConfig, clock: GcsClock) {
    this.name = name;
    this.config = config;
    this.created = clock.now();
    this.#clock = clock;
  }

  now(): Milliseconds {
    return this.#clock.now();
  }

  /** Strictly rising within the bucket, and never one that was there before: microseconds, as the service's look. */
  nextGeneration(): number {
    this.#lastGeneration = Math.max(this.#lastGeneration + 1, this.#clock.now() * 1000);
    return this.#lastGeneration;
  }

  /** All names that have any version, soft-deleted ones included. */
  get sorted(): SortedNames {
    return this.#sorted;
  }

  /** All versions of a name, the oldest generation first, without soft-deleted ones whose time is over. */
  versions(name: string): readonly StoredVersion[] {
    const all = this.#versions.get(name) ?? NONE;
    const now = this.#clock.now();
    return all.some((one) => (one.hardDelete ?? now + 1) <= now)
      ? all.filter((one) => (one.hardDelete ?? now + 1) > now)
      : all;
  }

  live(name: string): StoredVersion | undefined {
    return this.versions(name).find((one) => one.state === 'live');
  }

  /** The names that have a live version and start with `prefix`, in order. */
  names(prefix = ''): string[] {
    const found: string[] = [];
    for (const name of this.#sorted.from(prefix)) {
      if (!name.startsWith(prefix)) break;
      if (this.live(name) !== undefined) found.push(name);
    }
    return found;
  }

  text(name: string): string | undefined {
    const live = this.live(name);
    return live && contentText(live.content);
  }

  lastChange(name: string): Milliseconds | undefined {
    return this.#lastChange.get(name);
  }

  /** Writes a new live version without any condition, as a blind writer does. */
  put(
    name: string,
    body: Content | Uint8Array | string,
    given: ObjectMetadata & { kmsKeyName?: string } = {},
  ): StoredVersion {
    const content = typeof body === 'object' && 'crc32c' in body ? body : bytesContent(body);
    return this.setLive(this.versionOf(name, content, given));
  }

  /** A version that is about to become the live one: what is not given as the bucket has it. */
  versionOf(
    name: string,
    content: Content,
    given: ObjectMetadata & { kmsKeyName?: string | undefined },
  ): StoredVersion {
    const now = this.now();
    const uniform = this.config.iamConfiguration.uniformBucketLevelAccess.enabled;
    return {
      ...given,
      name,
      state: 'live',
      generation: this.nextGeneration(),
      metageneration: 1,
      created: now,
      updated: now,
      contentType: given.contentType ?? 'application/octet-stream',
      storageClass: given.storageClass ?? this.config.storageClass,
      eventBasedHold: given.eventBasedHold ?? this.config.defaultEventBasedHold,
      kmsKeyName: given.kmsKeyName ?? this.config.encryption?.defaultKmsKeyName,
      acl: given.acl ?? (uniform ? undefined : DEFAULT_OBJECT_ACL),
      content,
    };
  }

  /** Makes `version` the live one; the one before goes where the bucket's rules send it. */
  setLive(version: StoredVersion): StoredVersion {
    this.retire(version.name);
    this.#store(version.name, [...this.versions(version.name), version]);
    return version;
  }

  /** Changes metadata of one version in place: a new metageneration. */
  patch(name: string, changes: Partial<StoredVersion>, generation?: number): StoredVersion {
    const before = this.versions(name).find((one) =>
      generation === undefined ? one.state === 'live' : one.generation === generation,
    );
    if (before === undefined) throw new Error(`no object ${name}`);
    const metageneration = before.metageneration + 1;
    const after = { ...before, ...changes, metageneration, updated: this.#clock.now() };
    this.#store(
      name,
      this.versions(name).map((one) => (one === before ? after : one)),
    );
    return after;
  }

  /** Takes the live version away: noncurrent where versions are kept, else soft-deleted or gone. */
  retire(name: string): void {
    const live = this.live(name);
    if (live === undefined) return;
    const kept = this.config.versioning?.enabled === true;
    if (kept) this.#replace(live, { ...live, state: 'noncurrent', deleted: this.now() });
    else this.discard(live);
  }

  /** Takes one version away for good, or soft-deletes it where the bucket does that. */
  discard(version: StoredVersion): void {
    const seconds = Number(this.config.softDeletePolicy?.retentionDurationSeconds ?? 0);
    const deleted = this.now();
    const hardDelete = deleted + seconds * 1000;
    this.#replace(
      version,
      seconds === 0 ? undefined : { ...version, state: 'soft-deleted', deleted, hardDelete },
    );
  }

  /** A move's source goes without a trace. */
  forget(version: StoredVersion): void {
    this.#replace(version, undefined);
  }

  /** A bucket of the same state, which goes its own way from here. */
  clone(): Bucket {
    const copy = new Bucket(this.name, this.config, this.#clock);
    copy.become(this);
    return copy;
  }

  /** Takes over all the state of another. */
  become(other: Bucket): void {
    this.config = structuredClone(other.config);
    this.metageneration = other.metageneration;
    this.policy = structuredClone(other.policy);
    this.deniedKmsKeys = new Set(other.deniedKmsKeys);
    this.#sorted = new SortedNames(other.#sorted);
    this.#versions = new Map(other.#versions);
    this.#lastChange = new Map(other.#lastChange);
    this.#lastGeneration = other.#lastGeneration;
  }

  #replace(version: StoredVersion, by: StoredVersion | undefined): void {
    const rest = this.versions(version.name).filter((one) => one !== version);
    this.#store(version.name, by === undefined ? rest : [...rest, by].sort(byGeneration));
  }

  #store(name: string, versions: readonly StoredVersion[]): void {
    this.#lastChange.set(name, this.#clock.now());
    if (versions.length === 0) {
      this.#versions.delete(name);
      this.#sorted.delete(name);
      return;
    }
    if (!this.#versions.has(name)) this.#sorted.add(name);
    this.#versions.set(name, versions);
  }
}

const byGeneration = (a: StoredVersion, b: StoredVersion): number => a.generation - b.generation;
