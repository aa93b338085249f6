import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ObjectStore } from '../../src/ports/object-store.ts';
import type { Snapshot } from '../crash/invariants.ts';
import { EvidenceDouble } from '../doubles/evidence-double.ts';
import { HostDouble, Machine } from '../doubles/host-double.ts';
import type { VirtualClock } from '../doubles/virtual-clock.ts';
import { type Actor, FIXTURE, silent } from './memory-world.ts';

export const BUCKET = 'releases';
export const PREFIX = 'production';

/**
 * At which point a change is cut: the client dies before or after its effect; only the answer is lost; the request is
 * still on its way while its sender hears nothing, and goes on or is dead.
 */
export type Moment = 'before' | 'after' | 'reply-lost' | 'late' | 'late-and-dead';

export const kills = (moment: Moment): boolean => moment !== 'reply-lost' && moment !== 'late';

/** What cuts a client off. */
export interface Cut {
  /** Whether it struck. */
  readonly struck: boolean;
  /** The change that it struck at: operation and key. */
  readonly at: string;
  /** Lets what is still on its way land now; once. */
  deliver(): Promise<void>;
  undo(): void;
}

/** A server on loopback with the fixture repository in it, real SDKs in front, and a clock that only tests move. */
export abstract class RemoteWorld {
  readonly clock: VirtualClock;
  readonly machine = new Machine();

  constructor(clock: VirtualClock) {
    this.clock = clock;
  }

  /** A client of its own. */
  protected abstract openStore(): Promise<ObjectStore>;
  /** What is stored under the repository's prefix; versions that are not visible under `.rollback-versions/<id>/`. */
  abstract snapshot(): Snapshot;
  /** Content type, metadata, tags and the like of every visible object. */
  abstract attributes(): ReadonlyMap<string, string>;
  /** Operation and key of every changing request since the last `forget`. */
  abstract changes(): readonly string[];
  abstract forget(): void;
  /** At the n-th change: the client dies before or after its effect, or only the answer is lost. */
  abstract cut(nth: number, moment: Moment): Cut;
  /** Everything stored, to come back to. */
  abstract save(): () => void;
  abstract close(): Promise<void>;

  /** What the store holds to is found out before anything is counted or cut. */
  async probeOnce(): Promise<void> {
    const { context } = await this.actor();
    await context.store.inspect({ forWriting: true });
    this.forget();
  }

  async actor(): Promise<Actor> {
    const host = new HostDouble(this.machine);
    const evidence = new EvidenceDouble();
    const cancel = new AbortController();
    const store = await this.openStore();
    const { clock } = this;
    const context = {
      store,
      evidence,
      signer: undefined,
      clock,
      host,
      reporter: silent,
      cancelled: cancel.signal,
    };
    return { context, host, evidence, cancel };
  }
}

/** What every server's cut is made of: `null` for a request that is not the one. */
export class CutPoint {
  struck = false;
  at = '';
  #seen = 0;
  #dead = false;
  #underWay: (() => Promise<unknown>) | undefined;
  readonly #nth: number;
  readonly #moment: Moment;

  constructor(nth: number, moment: Moment) {
    this.#nth = nth;
    this.#moment = moment;
  }

  /** Whether the answer is withheld: the connection is to be reset. */
  async withholds(what: string, changes: boolean, proceed: () => Promise<unknown>): Promise<boolean> {
    if (this.#dead) return true;
    if (!changes) return false;
    this.#seen += 1;
    if (this.#seen !== this.#nth) return false;
    Object.assign(this, { struck: true, at: what });
    this.#dead = kills(this.#moment);
    if (this.#moment.startsWith('late')) this.#underWay = proceed;
    else if (this.#moment !== 'before') await proceed();
    return true;
  }

  async deliver(): Promise<void> {
    const proceed = this.#underWay;
    this.#underWay = undefined;
    await proceed?.();
  }
}

/** Files of the fixture by their key in the repository. */
export function fixtureFiles(): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const entry of readdirSync(FIXTURE, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(FIXTURE.length + 1), readFileSync(path));
  }
  return files;
}

export const keyInBucket = (key: string): string => `${PREFIX}/${key}`;
export const keyInRepository = (key: string): string => key.slice(PREFIX.length + 1);
