/** An answer of 4xx or 5xx; the `reason`s are those of cloud.google.com/storage/docs/json_api/v1/status-codes. */
export class GcsError extends Error {
  readonly status: number;
  readonly reason: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, reason: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.name = 'GcsError';
    this.status = status;
    this.reason = reason;
    this.headers = headers;
  }

  /** The body that the JSON API gives. */
  toJSON(): object {
    const { message, reason, status } = this;
    const domain = reason === 'rateLimitExceeded' ? 'usageLimits' : 'global';
    const location = status === 412 ? { locationType: 'header', location: 'If-Match' } : {};
    return { error: { code: status, message, errors: [{ message, domain, reason, ...location }] } };
  }
}

export const noSuchObject = (bucket: string, name: string): GcsError =>
  new GcsError(404, 'notFound', `No such object: ${bucket}/${name}`);

export const noSuchBucket = (): GcsError =>
  new GcsError(404, 'notFound', 'The specified bucket does not exist.');

export const conditionNotMet = (): GcsError =>
  new GcsError(412, 'conditionNotMet', 'At least one of the pre-conditions you specified did not hold.');

export const notModified = (): GcsError => new GcsError(304, 'notModified', '');

export const invalid = (message: string): GcsError => new GcsError(400, 'invalid', message);

export const required = (message: string): GcsError => new GcsError(400, 'required', message);
