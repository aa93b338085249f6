import { Content } from './content.ts';
import { SortedMap } from './sorted-map.ts';
import type { Ticker } from './ticker.ts';
import type { Upload } from './upload.ts';
import { type Attributes, etagOf, MARKER, type NewVersion, PLAIN, type Version } from './version.ts';

export type Versioning = 'Enabled' | 'Suspended' | undefined;

/** Configurations that are kept as the document that was put. */
export type Document =
  | 'lifecycle'
  | 'object-lock'
  | 'ownershipControls'
  | 'encryption'
  | 'publicAccessBlock'
  | 'policy';

/** A bucket: for each key its versions, newest first; the uploads that are open; its configuration. */
export class Bucket {
  readonly name: string;
  readonly region: string;
  versioning: Versioning;
  readonly documents: Map<Document, string>;
  readonly uploads: Map<string, Upload>;
  readonly #objects: SortedMap<readonly Version[]>;
  readonly #ticker: Ticker;

  constructor(name: string, region: string, ticker: Ticker, from?: Bucket) {
    this.name = name;
    this.region = region;
    this.#ticker = ticker;
    this.versioning = from?.versioning;
    this.documents = new Map(from?.documents);
    this.uploads = new Map(from?.uploads);
    this.#objects = new SortedMap(from ? from.#objects : undefined);
  }

  /** All versions of a key, newest first, markers among them. */
  history(key: string): readonly Version[] {
    return this.#objects.get(key) ?? [];
  }

  /** What a plain GET finds: not there where the newest version is a delete marker. */
  current(key: string): Version | undefined {
    const newest = this.history(key)[0];
    return newest?.isDeleteMarker ? undefined : newest;
  }

  version(key: string, versionId: string): Version | undefined {
    return this.history(key).find((each) => each.versionId === versionId);
  }

  /** The keys that a list shows, in S3's order. */
  keys(prefix = ''): string[] {
    return [...this.#objects.entries()]
      .filter(([key, [newest]]) => key.startsWith(prefix) && newest && !newest.isDeleteMarker)
      .map(([key]) => key);
  }

  /** Every key with any version, for lists that page through it. */
  get index(): SortedMap<readonly Version[]> {
    return this.#objects;
  }

  /** The text of the current version, for tests that look. */
  text(key: string): string | undefined {
    return this.current(key)?.content.text();
  }

  /** Writes without any condition, as a blind writer does. */
  put(key: string, what: NewVersion | Content | Uint8Array | string): Version {
    const given = typeof what === 'string' || what instanceof Uint8Array ? Content.of(what) : what;
    const made = given instanceof Content ? { content: given } : given;
    return this.#add(key, { ...PLAIN, ...made, isDeleteMarker: false });
  }

  /** Deletes as a DELETE without a version does. @returns the delete marker, where one was made */
  delete(key: string): Version | undefined {
    if (this.versioning) return this.#add(key, MARKER);
    this.#objects.delete(key);
    return undefined;
  }

  /** Takes one version out for good. @returns what it was */
  deleteVersion(key: string, versionId: string): Version | undefined {
    const history = this.history(key);
    const found = history.find((each) => each.versionId === versionId);
    this.#keep(
      key,
      history.filter((each) => each !== found),
    );
    return found;
  }

  /** Gives a version other attributes in its place: tags, a hold, an ACL. */
  amend(version: Version, changed: Partial<Attributes>): Version {
    const amended = { ...version, ...changed };
    this.#keep(
      version.key,
      this.history(version.key).map((each) => (each === version ? amended : each)),
    );
    return amended;
  }

  /**
   * Puts a version on top. Where versioning is suspended or was never enabled it is the `null` version and takes the
   * place of the former one (User Guide, "Adding objects to versioning-suspended buckets").
   */
  #add(key: string, made: Attributes & NewVersion & Pick<Version, 'isDeleteMarker'>): Version {
    const { sequence, versionId, now } = this.#ticker.next();
    const itsId = this.versioning === 'Enabled' ? versionId : 'null';
    const version = {
      ...made,
      key,
      sequence,
      versionId: itsId,
      etag: made.etag ?? etagOf(made.content, made.encryption, sequence),
      lastModified: Math.floor(now / 1000) * 1000,
    };
    this.#keep(key, [version, ...this.history(key).filter((each) => each.versionId !== itsId)]);
    return version;
  }

  #keep(key: string, history: readonly Version[]): void {
    if (history.length > 0) this.#objects.set(key, history);
    else this.#objects.delete(key);
  }
}
