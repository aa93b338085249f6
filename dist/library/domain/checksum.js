/**
 * Compares what a store tells of two contents without reading them: `<kind>:<value>`. Equal values of a kind mean equal
 * bytes; unequal ones mean different bytes, except of ETags, which also depend on how the bytes were uploaded.
 */
export function compareChecksums(left, right) {
    if (left === undefined || right === undefined)
        return 'unknown';
    if (left === right)
        return 'same';
    const kind = kindOf(left);
    return kind === kindOf(right) && kind !== 'etag' ? 'different' : 'unknown';
}
const kindOf = (checksum) => checksum.slice(0, checksum.indexOf(':'));
