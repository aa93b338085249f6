import type { GcsStoreOptions } from '../../src/adapters/store/gcs/gcs-store.ts';
import { GcsWorld } from '../doubles/gcs-world.ts';
import { objectStoreContract, type StoreUnderTest } from './object-store.contract.ts';

/** As many clients as a test asks for, opened in advance. */
const CLIENTS = 40;

function gcs(options: Partial<GcsStoreOptions>) {
  return async (): Promise<StoreUnderTest> => {
    const world = await GcsWorld.start();
    const clients = await Promise.all(Array.from({ length: CLIENTS }, () => world.open(options)));
    const client = () => {
      const next = clients.pop();
      if (next === undefined) throw new Error(`more than ${CLIENTS} clients were asked for`);
      return next;
    };
    return { client, dispose: () => world.server.close() };
  };
}

const traits = { atomicReplace: true, newRevisionForSameBytes: true, lineBreaksInKeys: false, moves: true };

objectStoreContract({ ...traits, name: 'gcs', create: gcs({}) });

objectStoreContract({
  ...traits,
  name: 'gcs, below an odd prefix, backups elsewhere',
  create: gcs({ prefix: 'team a/rel+#&%', backupPrefix: 'kept/über' }),
});
