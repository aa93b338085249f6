import { kills, type Moment, type Target } from './remote-world.ts';

/** What every server's cut is made of: `null` for a request that is not the one. */
export class CutPoint {
  struck = false;
  at = '';
  whenStruck: () => Promise<unknown> = async () => {};
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
    await this.whenStruck();
    return true;
  }

  async deliver(): Promise<void> {
    const proceed = this.#underWay;
    this.#underWay = undefined;
    await proceed?.();
  }
}

/** Finds the requests that a fault is for. */
export class Aim {
  hits = 0;
  #seen = 0;
  readonly #target: Target;
  readonly #times: number;

  constructor(target: Target, times: number) {
    this.#target = target;
    this.#times = times;
  }

  /** To be asked for each request, once. */
  strikes(what: string): boolean {
    if (what !== this.#target.what) return false;
    this.#seen += 1;
    if (this.#seen < this.#target.nth || this.hits >= this.#times) return false;
    this.hits += 1;
    return true;
  }
}

/** A request that waits at the server until a test lets it have its effect, or go without. */
export class HeldPoint {
  struck = false;
  at = '';
  readonly #effect = Promise.withResolvers<boolean>();
  readonly #landed = Promise.withResolvers<void>();
  readonly #answer = Promise.withResolvers<boolean>();
  readonly #arrived = Promise.withResolvers<void>();

  /** Resolves when the request is there. */
  get arrived(): Promise<void> {
    return this.#arrived.promise;
  }

  /** Its answer once the test says so; undefined for a request that goes without. */
  async waits<T>(what: string, proceed: () => Promise<T>): Promise<T | undefined> {
    Object.assign(this, { struck: true, at: what });
    this.#arrived.resolve();
    const outcome = (await this.#effect.promise) ? await proceed() : undefined;
    this.#landed.resolve();
    return (await this.#answer.promise) ? outcome : undefined;
  }

  /** The effect happens now; the answer is still held back. */
  async deliver(): Promise<void> {
    if (!this.struck) return;
    this.#effect.resolve(true);
    await this.#landed.promise;
  }

  /** Now its sender hears of it. */
  answer(): void {
    this.#effect.resolve(true);
    this.#answer.resolve(true);
  }

  drop(): void {
    this.#effect.resolve(false);
    this.#answer.resolve(false);
  }
}
