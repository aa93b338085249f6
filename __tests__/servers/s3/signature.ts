import { createHash, createHmac } from 'node:crypto';
import { S3Error } from './errors.ts';
import type { S3Request } from './request.ts';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface Demands {
  readonly credentials: Credentials;
  /** Of this endpoint: a signature for another region is refused. */
  readonly region: string;
  /** Milliseconds that a client's clock may be off; not looked at where it is absent. */
  readonly maximumSkew: number | undefined;
  readonly now: number;
}

const SCOPE =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([\da-f]{64})$/;

/**
 * Signature Version 4 in the Authorization header (Amazon S3 API Reference, "Authenticating Requests"). Requests that
 * are signed in their query are refused; what those may do that are not signed at all is told elsewhere.
 * @throws S3Error AccessDenied, InvalidAccessKeyId, AuthorizationHeaderMalformed, SignatureDoesNotMatch, …
 */
export function checkSignature(request: S3Request, demands: Demands): void {
  const [, keyId, day, region, signed, signature] = SCOPE.exec(request.headers.authorization ?? '') ?? [];
  if (!keyId || !day || !region || !signed) throw new S3Error('AccessDenied');
  const { credentials } = demands;
  if (keyId !== credentials.accessKeyId) throw new S3Error('InvalidAccessKeyId');
  if (region !== demands.region) {
    throw new S3Error('AuthorizationHeaderMalformed', {
      message: `The authorization header is malformed; the region '${region}' is wrong; expecting '${demands.region}'`,
      elements: { Region: demands.region },
      headers: { 'x-amz-bucket-region': demands.region },
    });
  }
  checkTime(request, demands);
  const scope = `${day}/${region}/s3/aws4_request`;
  const steps = [day, region, 's3', 'aws4_request'];
  const start: Buffer | string = `AWS4${credentials.secretAccessKey}`;
  const key = steps.reduce<Buffer | string>(
    (last, step) => createHmac('sha256', last).update(step).digest(),
    start,
  );
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(canonical(request, signed))];
  if (createHmac('sha256', key).update(text.join('\n')).digest('hex') !== signature) {
    throw new S3Error('SignatureDoesNotMatch');
  }
}

function checkTime({ headers }: S3Request, { maximumSkew, now }: Demands): void {
  if (maximumSkew === undefined) return;
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(headers['x-amz-date'] ?? '') ?? [];
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  if (Math.abs(Date.UTC(year, month - 1, date, hour, minute, second) - now) > maximumSkew) {
    throw new S3Error('RequestTimeTooSkewed', { elements: { ServerTime: new Date(now).toISOString() } });
  }
}

function canonical({ method, url, headers }: S3Request, signed: string): string {
  const [path = '', search = ''] = url.split(/\?(.*)/s);
  const query = search.split('&').filter(Boolean);
  const pairs = query.map((pair) => (pair.includes('=') ? pair : `${pair}=`)).sort();
  const lines = signed
    .split(';')
    .map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`);
  return [method, path, pairs.join('&'), lines.join(''), signed, headers['x-amz-content-sha256']].join('\n');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
