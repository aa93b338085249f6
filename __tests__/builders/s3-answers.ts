import { type Answer, empty, errorAnswer } from '../servers/s3/answer.ts';
import { S3Error } from '../servers/s3/errors.ts';

/** What strangers are told. */
export const answerOf = (status: 200 | 403): Answer =>
  status === 200 ? empty(200) : errorAnswer(new S3Error('AccessDenied'), '/');
