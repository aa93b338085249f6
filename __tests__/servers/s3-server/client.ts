import { S3Client, type S3ClientConfig, S3ServiceException } from '@aws-sdk/client-s3';
import type { S3Server } from '../s3/server.ts';

/** The real SDK against a server: one attempt, so that what is seen is what was answered. */
export function clientOf(server: S3Server, config: S3ClientConfig = {}): S3Client {
  return new S3Client({
    endpoint: server.endpoint,
    region: server.region,
    credentials: server.credentials,
    forcePathStyle: true,
    maxAttempts: 1,
    ...config,
  });
}

/** The error that a call ends with: its name, its status, its headers as the SDK gives them. */
export async function refusalOf(call: Promise<unknown>): Promise<S3ServiceException> {
  const error = await call.then(
    () => new Error('it was answered'),
    (reason: unknown) => reason,
  );
  if (error instanceof S3ServiceException) return error;
  throw error;
}

/** `412 PreconditionFailed`, or `done`. */
export async function endOf(call: Promise<unknown>): Promise<string> {
  const end = await call.then(
    () => 'done',
    (reason: unknown) => reason,
  );
  if (end instanceof S3ServiceException) return `${end.$metadata.httpStatusCode} ${end.name}`;
  if (end instanceof Error) throw end;
  return String(end);
}
