import { LocalStore } from '../../src/adapters/store/local/local-store.ts';
import type { OperationManifest } from '../../src/domain/manifest.ts';
import { RealClock } from './store-clock.ts';

/** What `asOrdinaryUser` runs in its child: one call on a local store, its answer or error as JSON on stdout. */
export type DriverCall =
  | { readonly call: 'inspect'; readonly forWriting: boolean; readonly version?: string }
  | { readonly call: 'put' | 'read'; readonly key: string }
  | { readonly call: 'list'; readonly prefix: string }
  | { readonly call: 'withdraw'; readonly manifest: OperationManifest };

export type DriverAnswer =
  | { readonly value: unknown }
  | {
      readonly error: {
        readonly name: string;
        readonly code: string;
        readonly exitCode: number;
        readonly message: string;
      };
    };

async function perform(path: string, asked: DriverCall): Promise<unknown> {
  const store = LocalStore.open(path, new RealClock());
  switch (asked.call) {
    case 'inspect':
      return store.inspect(asked);
    case 'put':
      return store.put(asked.key, new TextEncoder().encode('put'), 'absent');
    case 'read':
      return (await store.read(asked.key))?.info;
    case 'list': {
      const keys: string[] = [];
      for await (const info of store.list(asked.prefix)) keys.push(info.key);
      return keys;
    }
    case 'withdraw': {
      const { manifest } = asked;
      const ticket = { operationId: manifest.operation_id, epoch: 1, version: manifest.version };
      const workspace = store.workspaces.create(ticket, async () => {});
      await workspace.open();
      await workspace.prepareBackup(manifest, () => {});
      return workspace.withdraw(manifest, () => {});
    }
  }
}

const [path = '', asked = '{}'] = process.argv.slice(2);
const answer: DriverAnswer = await perform(path, JSON.parse(asked)).then(
  (value) => ({ value }),
  ({ name, code, exitCode, message }) => ({ error: { name, code, exitCode, message } }),
);
process.stdout.write(JSON.stringify(answer));
