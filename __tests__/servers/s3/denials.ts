import { type ErrorCode, S3Error } from './errors.ts';

export type Pattern = string | RegExp;

interface Denial {
  readonly action: string;
  readonly key: Pattern | undefined;
  readonly code: ErrorCode;
}

export function matches(pattern: Pattern | undefined, text: string): boolean {
  if (pattern === undefined) return true;
  return typeof pattern === 'string' ? pattern === text : pattern.test(text);
}

/** Whether the caller may do it, as a policy says: an IAM action, the bucket, and the key or nothing. */
export type Allows = (action: string, bucket: string, key: string) => boolean;

/** What the caller may not do, by the actions of IAM (`s3:DeleteObject`, `kms:Decrypt`), per key where one is given. */
export class Denials {
  readonly #denials = new Set<Denial>();
  #allows: Allows = () => true;

  /**
   * From now on the action is refused; in DeleteObjects key by key.
   * @param code another error than AccessDenied, for keys that fail for other reasons
   * @returns takes the refusal back
   */
  deny(action: string, key?: Pattern, code: ErrorCode = 'AccessDenied'): () => void {
    const denial = { action, key, code };
    this.#denials.add(denial);
    return () => void this.#denials.delete(denial);
  }

  /** From now on nothing but this is allowed, as by a policy; what is denied stays denied. */
  allowOnly(allows: Allows): void {
    this.#allows = allows;
  }

  clear(): void {
    this.#denials.clear();
    this.#allows = () => true;
  }

  /** For what is left out of an answer, not refused. */
  allow(action: string, bucket: string, key: string): boolean {
    return this.#refusal(action, bucket, key) === undefined;
  }

  #refusal(action: string, bucket: string, key: string): ErrorCode | undefined {
    const found = [...this.#denials].find((each) => each.action === action && matches(each.key, key));
    return found?.code ?? (this.#allows(action, bucket, key) ? undefined : 'AccessDenied');
  }

  /** @throws S3Error with the denial's code */
  check(action: string, bucket: string, key: string): void {
    const code = this.#refusal(action, bucket, key);
    if (code === undefined) return;
    const message = `User is not authorized to perform: ${action} on resource: "arn:aws:s3:::${bucket}/${key}"`;
    throw new S3Error(code, code === 'AccessDenied' ? { message } : {});
  }
}
