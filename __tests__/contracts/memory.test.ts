import { MemoryBucket } from '../../src/adapters/store/memory/memory-bucket.ts';
import { MemoryStore } from '../../src/adapters/store/memory/memory-store.ts';
import { objectStoreContract, type StoreUnderTest } from './object-store.contract.ts';

function memory(etagByContent: boolean, pageSize: number, moves = false) {
  return async (): Promise<StoreUnderTest> => {
    const bucket = new MemoryBucket({ now: () => 1_000_000, etagByContent });
    return { client: () => new MemoryStore(bucket, { pageSize, moves }) };
  };
}

objectStoreContract({
  name: 'memory',
  create: memory(false, 1000),
  atomicReplace: true,
  newRevisionForSameBytes: true,
});

objectStoreContract({
  name: 'memory, same content same revision',
  create: memory(true, 3),
  atomicReplace: true,
  newRevisionForSameBytes: false,
});

objectStoreContract({
  name: 'memory, moving',
  create: memory(false, 1000, true),
  atomicReplace: true,
  newRevisionForSameBytes: true,
  moves: true,
});
