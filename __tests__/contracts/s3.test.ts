import { type BucketKind, S3World } from '../builders/s3-world.ts';
import { objectStoreContract } from './object-store.contract.ts';

for (const kind of ['unversioned', 'versioned', 'suspended'] as const satisfies readonly BucketKind[]) {
  objectStoreContract({
    name: `s3, ${kind}`,
    create: async () => {
      const world = await S3World.start({ kind });
      return { client: () => world.store({ pageSize: 50 }), dispose: () => world.close() };
    },
    atomicReplace: true,
    newRevisionForSameBytes: false,
    warnings: kind === 'suspended' ? [/Versioning of bucket 'releases' is suspended/] : [],
  });
}
