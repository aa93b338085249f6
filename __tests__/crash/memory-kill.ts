import type { Intercept } from '../../src/adapters/store/memory/memory-store.ts';
import { failure } from '../../src/domain/errors.ts';
import { isChange } from '../engine/intercepts.ts';

/** Counts changing requests and dies at the n-th one, before or after its effect; dead for good from then on. */
export class KillSwitch {
  readonly at: number;
  readonly when: 'before' | 'after' | 'reply-lost';
  seen = 0;
  dead = false;
  readonly keys: string[] = [];

  constructor(at: number, when: KillSwitch['when']) {
    this.at = at;
    this.when = when;
  }

  readonly intercept: Intercept = async (request, effect) => {
    if (this.dead) throw new Error('this process was killed');
    if (!isChange(request)) return effect();
    this.seen += 1;
    this.keys.push(`${request.method} ${request.key}`);
    if (this.seen !== this.at) return effect();
    if (this.when === 'reply-lost') {
      await effect();
      throw failure('UNREACHABLE', 'the reply was lost');
    }
    if (this.when === 'after') await effect();
    this.dead = true;
    throw new Error('this process was killed');
  };
}
