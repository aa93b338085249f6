import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryBucket } from '../../src/adapters/store/memory/memory-bucket.ts';
import { type Intercept, MemoryStore } from '../../src/adapters/store/memory/memory-store.ts';
import type { RollbackTypeName } from '../../src/domain/types.ts';
import type { Version } from '../../src/domain/version.ts';
import type { EngineContext } from '../../src/engine/mod.ts';
import type { Reporter } from '../../src/ports/reporter.ts';
import type { RecoverRequest, RestoreRequest, RollbackRequest } from '../../src/request/request.ts';
import { EvidenceDouble } from '../doubles/evidence-double.ts';
import { HostDouble, Machine } from '../doubles/host-double.ts';
import { VirtualClock } from '../doubles/virtual-clock.ts';

export const FIXTURE = join(import.meta.dirname, '../fixtures/tars-repository');

export const silent: Reporter = {
  stageStarted() {},
  stageEnded() {},
  progress() {},
  warn() {},
  info() {},
  debug() {},
};

/** What kind of store it is. */
export interface WorldOptions {
  readonly etagByContent?: boolean;
  readonly moves?: boolean;
  readonly batchSize?: number;
}

/** A bucket with the fixture repository in it, and as many actors on it as the test wants. */
export class MemoryWorld {
  readonly clock = new VirtualClock();
  readonly machine = new Machine();
  readonly bucket: MemoryBucket;

  readonly #options: WorldOptions;

  constructor(options: WorldOptions = {}) {
    this.#options = options;
    const { etagByContent } = options;
    this.bucket = new MemoryBucket({
      now: () => this.clock.now(),
      ...(etagByContent === undefined ? {} : { etagByContent }),
    });
    for (const entry of readdirSync(FIXTURE, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      this.bucket.write(path.slice(FIXTURE.length + 1), readFileSync(path));
    }
  }

  actor(intercept?: Intercept): Actor {
    const host = new HostDouble(this.machine);
    const evidence = new EvidenceDouble();
    const cancel = new AbortController();
    const context: EngineContext = {
      store: new MemoryStore(this.bucket, {
        ...this.#options,
        ...(intercept === undefined ? {} : { intercept }),
      }),
      evidence,
      signer: undefined,
      clock: this.clock,
      host,
      reporter: silent,
      cancelled: cancel.signal,
    };
    return { context, host, evidence, cancel };
  }

  /** Everything stored outside our own folders. */
  visible(): Map<string, string> {
    const kept = [...this.bucket.objects].filter(([key]) => !key.startsWith('.rollback-'));
    return new Map(kept.sort().map(([key, { body }]) => [key, new TextDecoder().decode(body)]));
  }
}

export interface Actor {
  readonly context: EngineContext;
  readonly host: HostDouble;
  readonly evidence: EvidenceDouble;
  readonly cancel: AbortController;
}

const common = {
  dryRun: false,
  reason: 'bad release',
  lockTimeout: 120,
  fenceSeconds: 60,
  actor: 'octocat',
  run: 'https://github.com/o/r/actions/runs/1',
};

export function rollbackRequest(
  version: string,
  rollbackType: RollbackTypeName = 'full',
  changes: Partial<RollbackRequest> = {},
): RollbackRequest {
  return {
    operation: 'rollback',
    ...common,
    version: version as Version,
    rollbackType,
    policyMode: 'strict',
    force: false,
    createBackup: true,
    ...changes,
  };
}

export function restoreRequest(version: string, changes: Partial<RestoreRequest> = {}): RestoreRequest {
  return { operation: 'restore', ...common, version: version as Version, rollbackId: undefined, ...changes };
}

export function recoverRequest(changes: Partial<RecoverRequest> = {}): RecoverRequest {
  return { operation: 'recover', ...common, choice: 'forward', acceptLogBreak: false, ...changes };
}
