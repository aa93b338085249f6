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

/** What can go wrong with one request while both ends live. */
export const TROUBLES = [
  /** Turned away, with `Retry-After`. */
  'busy',
  'throttled',
  /** Two writers at once. */
  'conflict',
  /** An error of the server's, without or with the effect. */
  'failed',
  'failed-after',
  'reset-before',
  'reset-after',
  /** The effect, and an answer that ends too early. */
  'truncated',
  /** 200, with an error inside; without or with the effect. */
  'error-inside',
  'error-inside-after',
  /** A batch of which half the keys fail; without or with the effect on them. */
  'half-failed',
  'half-misreported',
] as const;
export type Trouble = (typeof TROUBLES)[number];

/** Whether a request in this trouble surely had no effect: nobody has to wait for it. */
export type NoEffect = ReadonlySet<Trouble>;

/** The n-th of the requests for the same thing, `Operation key`. */
export interface Target {
  readonly what: string;
  readonly nth: number;
}

/** A fault that is in place. */
export interface Disturbance {
  readonly hits: number;
  undo(): void;
}

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

/** A cut that can end a process, too. */
export interface Strike extends Cut {
  /** What happens while the request is in the server's hands: its sender hears nothing before it has. */
  whenStruck: () => Promise<unknown>;
}

/** A request that waits at the server. */
export interface Held extends Cut {
  readonly arrived: Promise<void>;
  /** Lets its sender hear the answer. */
  answer(): void;
}

/** A server on loopback with the fixture repository in it, real SDKs in front, and a clock that only tests move. */
export abstract class RemoteWorld {
  readonly clock: VirtualClock;
  readonly machine = new Machine();

  /** Milliseconds, real ones; of clients that are made from then on. */
  requestTimeoutMs = 20_000;
  /** Of clients that are made from then on; one request at a time makes a run the same each time. */
  concurrency = 4;
  /** Of clients that are made from then on: where their backups go. */
  backupPrefix = '';
  /** Of clients that are made from then on. */
  singleWriter = false;

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
  /** The same of every request. */
  abstract requests(): readonly string[];
  abstract forget(): void;
  /** At the n-th change (of those that match): the client dies before or after its effect, or only the answer is lost. */
  abstract cut(nth: number, moment: Moment, only?: RegExp): Strike;
  /** The troubles that this service can make for such a request. */
  abstract troublesOf(what: string): readonly Trouble[];
  /** The troubles after which the service promises that nothing happened. */
  abstract readonly noEffect: NoEffect;
  /** From the target on, `times` requests for the same thing get into trouble. */
  abstract disturb(trouble: Trouble, target: Target, times: number): Disturbance;
  /** The target waits at the server; what its sender makes of that is up to the sender. */
  abstract hold(target: Target): Held;
  /** Something happens when the target arrives, which is then reset. */
  abstract meet(target: Target, happens: () => void): Disturbance;
  /** What the world does when a `commit` is in the log. */
  abstract onCommit(hook: () => void): Disturbance;
  /** Connections are refused, and open ones break. */
  abstract refuse(): Promise<void>;
  abstract listenAgain(): Promise<void>;
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

/** Whether this is the body of a `commit` record on its way into the log. */
export const isCommit = (key: string, body: Uint8Array): boolean =>
  key.startsWith(keyInBucket('.rollback-log/')) && /"kind":\s*"commit"/.test(new TextDecoder().decode(body));

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
