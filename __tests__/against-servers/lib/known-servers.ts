import { HOLDS_NOTHING, type Holds } from '../../../src/adapters/store/remote/capabilities.ts';
import type { Deviations } from '../../contracts/deviations.ts';
import type { BucketKind } from './world.ts';

/** What is known of a server that others wrote, in the version that scripts/test-servers/ pins. */
export interface KnownServer {
  readonly kind: 's3' | 'gcs';
  /** In which buckets it is taken, and in which it is refused unless nobody else writes. */
  readonly buckets: Readonly<Record<BucketKind, 'taken' | 'refused'>>;
  /** What the probe has to find out. */
  readonly holds: Readonly<Record<BucketKind, Holds>>;
  /** Whether conditions have to name ETags without quotation marks. */
  readonly bareEtags?: Readonly<Partial<Record<BucketKind, true>>>;
  readonly batches: boolean;
  /** Default true where it is S3. */
  readonly lineBreaksInKeys?: false;
  /** Whether an object that is uploaded in parts is without the tags that were given. */
  readonly losesTagsInParts?: true;
  /** What `inspect` says of a bucket as it is made here, besides conditions that are not held. */
  readonly warnings?: Readonly<Partial<Record<BucketKind, readonly RegExp[]>>>;
  /** What it does otherwise than the contract, by the names of the tests. */
  readonly deviations: Readonly<Record<BucketKind, Deviations>>;
}

const PUTS: Holds = { ...HOLDS_NOTHING, create_only: true, compare_and_swap: true };
const PUTS_AND_DELETES: Holds = { ...PUTS, conditional_delete: true };

const inBoth = <T>(each: T): Readonly<Record<BucketKind, T>> => ({ unversioned: each, versioned: each });

const NAMES_DELETED_FOLDERS = {
  "shallow gives the names directly below, folders once and with a '/'":
    'folders are named in which everything is deleted',
};

/** Made without ownership controls, so objects have ACLs of their own. */
const ACLS = { unversioned: [/can have ACLs of their own/] };

export const SERVERS: Readonly<Record<string, KnownServer>> = {
  moto: {
    kind: 's3',
    buckets: { unversioned: 'refused', versioned: 'taken' },
    holds: inBoth(PUTS_AND_DELETES),
    batches: true,
    // A line break in a path is answered by its web framework: 404, in HTML.
    lineBreaksInKeys: false,
    warnings: ACLS,
    deviations: { unversioned: {}, versioned: NAMES_DELETED_FOLDERS },
  },
  versitygw: {
    kind: 's3',
    buckets: { unversioned: 'refused', versioned: 'taken' },
    holds: inBoth({ ...PUTS_AND_DELETES, conditional_copy_source: true }),
    batches: true,
    warnings: { versioned: [/not tried before anything changes: this store places a delete marker/] },
    deviations: {
      unversioned: {},
      versioned: {
        ...NAMES_DELETED_FOLDERS,
        'if unchanged: a key that is gone is a conflict, and stays gone':
          'If-Match is compared with what lies under a delete marker',
        'a key can be created again after it': 'If-None-Match takes a delete marker for an object',
      },
    },
  },
  'fake-gcs-server': {
    kind: 'gcs',
    buckets: inBoth('refused'),
    holds: inBoth({ ...PUTS, conditional_move: false }),
    batches: false,
    deviations: inBoth({}),
  },
  ceph: {
    kind: 's3',
    buckets: inBoth('refused'),
    // Where versions are kept, a put is compared with nothing: If-None-Match always holds, If-Match never.
    holds: { unversioned: PUTS, versioned: HOLDS_NOTHING },
    bareEtags: { unversioned: true },
    losesTagsInParts: true,
    batches: true,
    warnings: ACLS,
    deviations: inBoth({
      'a listing tells what head tells':
        'times have milliseconds in a listing, and none in the answer to HEAD',
    }),
  },
};
