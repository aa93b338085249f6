import { objectStoreContract, type StoreUnderTest } from '../contracts/object-store.contract.ts';
import { BUCKETS, type BucketKind, known, World } from './lib/world.ts';

/** As many clients as one test of the contract asks for, and a few. */
const CLIENTS = 20;

// Copies are conditional in the contract, though no versioned bucket needs them.
const singleWriter = Object.values(known.buckets).includes('refused');

for (const kind of BUCKETS) {
  objectStoreContract({
    name: `${kind} bucket`,
    create: async () => open(await World.start(kind, singleWriter)),
    atomicCreate: known.holds[kind].create_only,
    atomicReplace: known.holds[kind].compare_and_swap,
    newRevisionForSameBytes: known.kind === 'gcs',
    atomicCopy: known.holds[kind].conditional_copy_target,
    lineBreaksInKeys: known.lineBreaksInKeys ?? known.kind === 's3',
    warnings: warnings(kind),
    deviations: known.deviations[kind],
  });
}

function warnings(kind: BucketKind): readonly RegExp[] {
  const conditions = known.buckets[kind] === 'refused' ? [/does not hold to conditions/] : [];
  return [...conditions, ...(known.warnings?.[kind] ?? [])];
}

/** Clients that all know what the server holds to; what the probe kept is taken away again, to begin with nothing. */
async function open(world: World): Promise<StoreUnderTest> {
  await world.publish(new Map([['something', new Uint8Array()]]));
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => world.open()));
  await clients[0]?.inspect({ forWriting: true });
  await Promise.all(clients.map((client) => client.inspect({ forWriting: false })));
  for (const key of ['.rollback-log/capabilities.json', 'something']) await world.remove(key);
  const client = () => {
    const next = clients.pop();
    if (next === undefined) throw new Error(`more than ${CLIENTS} clients were asked for`);
    return next;
  };
  return { client };
}
