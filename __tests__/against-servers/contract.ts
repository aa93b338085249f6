import { objectStoreContract, type StoreUnderTest } from '../contracts/object-store.contract.ts';
import { known, makeBucket, World } from './lib/world.ts';

/** As many clients as one test of the contract asks for, and a few. */
const CLIENTS = 20;

for (const kind of known.buckets) {
  const bucket = makeBucket(kind);
  objectStoreContract({
    name: `${kind} bucket`,
    create: async () => open(new World(await bucket)),
    atomicReplace: true,
    newRevisionForSameBytes: known.kind === 'gcs',
    lineBreaksInKeys: known.kind === 's3',
    deviations: known.deviations,
  });
}

/** Clients that all know what the server holds to; what the probe kept is taken away again, to begin with nothing. */
async function open(world: World): Promise<StoreUnderTest> {
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => world.open()));
  await clients[0]?.inspect({ forWriting: true });
  await Promise.all(clients.map((client) => client.inspect({ forWriting: false })));
  await world.remove('.rollback-log/capabilities.json');
  const client = () => {
    const next = clients.pop();
    if (next === undefined) throw new Error(`more than ${CLIENTS} clients were asked for`);
    return next;
  };
  return { client };
}
