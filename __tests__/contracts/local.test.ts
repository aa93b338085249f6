import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalStore } from '../../src/adapters/store/local/local-store.ts';
import { RealClock } from '../doubles/store-clock.ts';
import { objectStoreContract } from './object-store.contract.ts';

objectStoreContract({
  name: 'local',
  create: async () => {
    const path = await mkdtemp(join(tmpdir(), 'rollback-contract-'));
    return {
      client: () => LocalStore.open(path, new RealClock()),
      dispose: () => rm(path, { recursive: true, force: true }),
    };
  },
  // Two renames can't see each other; the index has its lock for that.
  atomicReplace: false,
  newRevisionForSameBytes: true,
});
