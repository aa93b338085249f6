import type { Holds } from '../../../src/adapters/store/remote/capabilities.ts';
import type { Deviations } from '../../contracts/deviations.ts';
import type { BucketKind } from './world.ts';

/** What is known of a server that others wrote, in the version that scripts/test-servers/ pins. */
export interface KnownServer {
  readonly kind: 's3' | 'gcs';
  /** Whether it is refused unless nobody else writes. */
  readonly singleWriter: boolean;
  readonly buckets: readonly BucketKind[];
  /** What the probe has to find out. */
  readonly holds: Holds;
  readonly bareEtags?: true;
  readonly batches: boolean;
  /** What it does otherwise than the contract, by the names of the tests. */
  readonly deviations: Deviations;
}

const HOLDS: Holds = {
  create_only: true,
  compare_and_swap: true,
  conditional_delete: true,
  conditional_batch_delete: true,
  conditional_copy_source: true,
  conditional_copy_target: true,
};

export const SERVERS: Readonly<Record<string, KnownServer>> = {
  moto: {
    kind: 's3',
    singleWriter: false,
    buckets: ['unversioned', 'versioned'],
    holds: HOLDS,
    batches: true,
    deviations: {},
  },
  versitygw: {
    kind: 's3',
    singleWriter: false,
    buckets: ['unversioned', 'versioned'],
    holds: HOLDS,
    batches: true,
    deviations: {},
  },
  'fake-gcs-server': {
    kind: 'gcs',
    singleWriter: false,
    buckets: ['unversioned', 'versioned'],
    holds: { ...HOLDS, conditional_move: true },
    batches: false,
    deviations: {},
  },
  ceph: {
    kind: 's3',
    singleWriter: true,
    buckets: ['unversioned', 'versioned'],
    holds: { ...HOLDS, conditional_delete: false, conditional_batch_delete: false },
    bareEtags: true,
    batches: true,
    deviations: {},
  },
};
