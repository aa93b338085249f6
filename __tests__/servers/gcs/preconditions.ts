import { numberOf } from './call.ts';
import { conditionNotMet, type GcsError, noSuchObject, notModified } from './errors.ts';
import type { Rules, StoredVersion } from './types.ts';

/**
 * Whether the conditions of a request hold for `target`; throws what the service answers where they don't:
 * cloud.google.com/storage/docs/request-preconditions. `which` is `if` for the object itself (of a copy: the
 * destination) and `ifSource` for a copy's source.
 */
export function checkConditions(
  query: URLSearchParams,
  target: StoredVersion | undefined,
  rules: Rules,
  which: 'if' | 'ifSource' = 'if',
  reading = false,
): void {
  if (rules.ignorePreconditions) return;
  const failed = reading ? notModified : conditionNotMet;
  const generation = numberOf(query, `${which}GenerationMatch`);
  // 0 says: no live version. A generation matches only what is there.
  if (generation !== undefined && (target?.generation ?? 0) !== generation) throw conditionNotMet();
  const metageneration = numberOf(query, `${which}MetagenerationMatch`);
  if (metageneration !== undefined && target?.metageneration !== metageneration) throw conditionNotMet();
  const notGeneration = numberOf(query, `${which}GenerationNotMatch`);
  // "If no live object exists, the precondition fails."
  if (notGeneration !== undefined && (target?.generation ?? 0) === notGeneration) throw failed();
  if (notGeneration !== undefined && target === undefined) throw failed();
  const notMetageneration = numberOf(query, `${which}MetagenerationNotMatch`);
  if (
    notMetageneration !== undefined &&
    (target?.metageneration ?? notMetageneration) === notMetageneration
  ) {
    throw failed();
  }
}

/** What a request gets that needs an object which isn't there; the documentation leaves open which of the two. */
export function absent(query: URLSearchParams, bucket: string, name: string, rules: Rules): GcsError {
  const conditional = ['if', 'ifSource'].some(
    (which) => (numberOf(query, `${which}GenerationMatch`) ?? 0) > 0,
  );
  return conditional && rules.conditionOnAbsent === 412 && !rules.ignorePreconditions
    ? conditionNotMet()
    : noSuchObject(bucket, name);
}
