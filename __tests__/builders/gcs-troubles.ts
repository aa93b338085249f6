import { failAfter, failWith, type Intercept, resetAfter, resetBefore } from '../servers/gcs/faults.ts';
import type { Trouble } from './remote-world.ts';

/** What becomes of one call that gets into trouble. */
export function inTrouble(trouble: Trouble): Intercept {
  switch (trouble) {
    case 'busy':
      return failWith(503, { retryAfter: 1 });
    case 'throttled':
      return failWith(429, { retryAfter: 2 });
    case 'conflict':
      return failWith(409, { reason: 'conflict' });
    case 'failed':
      return failWith(500);
    case 'failed-after':
      return failAfter(500);
    case 'reset-before':
      return resetBefore;
    case 'reset-after':
      return resetAfter;
    case 'truncated':
      return async (_, proceed) => {
        const outcome = await proceed();
        if (outcome === 'drop' || !Buffer.isBuffer(outcome.body)) return outcome;
        return { ...outcome, truncateAfter: Math.floor(outcome.body.length / 2) };
      };
    default:
      throw new Error(`Google Cloud Storage has no '${trouble}'`);
  }
}
