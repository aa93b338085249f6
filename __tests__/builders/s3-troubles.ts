import { type Answer, errorAnswer, errorDocument, type Outcome, xmlAnswer } from '../servers/s3/answer.ts';
import { reportFailed } from '../servers/s3/batch-faults.ts';
import { type ErrorCode, S3Error } from '../servers/s3/errors.ts';
import type { Intercept } from '../servers/s3/interception.ts';
import type { S3Server } from '../servers/s3/server.ts';
import type { Trouble } from './remote-world.ts';

/** Of a release's six files and of its backup's. */
const HALF = /README\.md$|sbom\.json$|guide\.md$/;

/** What becomes of one request that gets into trouble. */
export function inTrouble(trouble: Trouble, server: S3Server): Intercept {
  switch (trouble) {
    case 'busy':
      return refuse('SlowDown', { 'retry-after': '1' });
    case 'throttled':
      return refuse('TooManyRequests', { 'retry-after': '2' });
    case 'conflict':
      return refuse('ConditionalRequestConflict');
    case 'failed':
      return refuse('InternalError');
    case 'failed-after':
      return done(refuse('InternalError'));
    case 'reset-before':
      return async () => 'reset';
    case 'reset-after':
      return done(async () => 'reset');
    case 'truncated':
      return answered((answer) => ({ ...answer, truncateAt: Math.floor(answer.body.size / 2) }));
    case 'error-inside':
      return inside;
    case 'error-inside-after':
      return done(inside);
    case 'half-failed':
      return async (_, proceed) => {
        const allow = server.denials.deny('s3:DeleteObject', HALF, 'InternalError');
        return proceed().finally(allow);
      };
    case 'half-misreported':
      return answered((answer) => reportFailed(answer, 'InternalError', HALF));
  }
}

const refuse =
  (code: ErrorCode, headers: Readonly<Record<string, string>> = {}): Intercept =>
  async ({ url }) =>
    errorAnswer(new S3Error(code, { headers }), url);

const inside: Intercept = async ({ url }) => xmlAnswer(errorDocument(new S3Error('InternalError'), url));

/** The effect, and something else than its answer. */
const done =
  (then: Intercept): Intercept =>
  async (request, proceed) => {
    await proceed();
    return then(request, proceed);
  };

const answered =
  (change: (answer: Answer) => Answer): Intercept =>
  async (_, proceed): Promise<Outcome> => {
    const outcome = await proceed();
    return outcome === 'reset' ? outcome : change(outcome);
  };
