/**
 * Compares what a store tells of two contents without reading them: `<kind>:<value>`, several with a blank between.
 * Equal values of a kind mean equal bytes; unequal ones mean different bytes, except of ETags, which also depend on how
 * the bytes were uploaded.
 */
export function compareChecksums(
  left: string | undefined,
  right: string | undefined,
): 'same' | 'different' | 'unknown' {
  if (left === undefined || right === undefined) return 'unknown';
  const told = byKind(left);
  const common = [...byKind(right)].filter(([kind]) => told.has(kind));
  if (common.some(([kind, value]) => told.get(kind) === value)) return 'same';
  return common.some(([kind]) => kind !== 'etag') ? 'different' : 'unknown';
}

const byKind = (checksums: string): Map<string, string> =>
  new Map(
    checksums.split(' ').map((checksum) => {
      const colon = checksum.indexOf(':');
      return [checksum.slice(0, colon), checksum.slice(colon + 1)];
    }),
  );
