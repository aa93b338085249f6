import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GcsStore, type GcsStoreOptions } from '../../src/adapters/store/gcs/gcs-store.ts';
import type { EngineContext } from '../../src/engine/mod.ts';
import { FIXTURE, silent } from '../builders/memory-world.ts';
import type { Bucket } from '../servers/gcs/bucket.ts';
import { GcsServer } from '../servers/gcs/server.ts';
import { EvidenceDouble } from './evidence-double.ts';
import { gcsOptions } from './gcs-world.ts';
import { HostDouble, Machine } from './host-double.ts';
import { VirtualClock } from './virtual-clock.ts';

/** The fixture repository in a bucket, below a prefix; server and engine live by one clock, which no test waits for. */
export class GcsRepository {
  readonly clock = new VirtualClock();
  readonly prefix = 'team/tool';
  readonly server: GcsServer;
  readonly bucket: Bucket;
  readonly #machine = new Machine();

  private constructor(server: GcsServer, clock: VirtualClock) {
    this.clock = clock;
    this.server = server;
    this.bucket = server.createBucket('releases');
    for (const entry of readdirSync(FIXTURE, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      this.bucket.put(`${this.prefix}/${path.slice(FIXTURE.length + 1)}`, readFileSync(path), METADATA);
    }
  }

  static async start(): Promise<GcsRepository> {
    const clock = new VirtualClock();
    const server = await GcsServer.start({ clock });
    return new GcsRepository(server, clock);
  }

  async context(options: Partial<GcsStoreOptions> = {}): Promise<EngineContext> {
    const { clock, prefix } = this;
    const store = await GcsStore.open(
      gcsOptions({ endpoint: this.server.endpoint, clock, prefix, ...options }),
    );
    return {
      store,
      evidence: new EvidenceDouble(),
      signer: undefined,
      clock,
      host: new HostDouble(this.#machine),
      reporter: silent,
      cancelled: new AbortController().signal,
    };
  }

  /** What readers see: text and what is said of it, by key; our own folders and the index's time left out. */
  visible(): Record<string, unknown> {
    const seen = this.bucket
      .names(`${this.prefix}/`)
      .map((name) => name.slice(this.prefix.length + 1))
      .filter((key) => !key.startsWith('.rollback-') && key !== 'index.md');
    return Object.fromEntries(seen.map((key) => [key, this.#told(key)]));
  }

  #told(key: string): unknown {
    const name = `${this.prefix}/${key}`;
    const { contentType, cacheControl, metadata, storageClass } = this.bucket.live(name) ?? {};
    const text = (this.bucket.text(name) ?? '').replace(/"last_updated": "[^"]*"/, '');
    return { text, contentType, cacheControl, metadata, storageClass };
  }
}

const METADATA = {
  contentType: 'application/x-test',
  cacheControl: 'no-cache',
  metadata: { built: 'by the publisher' },
};
