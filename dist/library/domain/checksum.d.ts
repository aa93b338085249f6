/**
 * Compares what a store tells of two contents without reading them: `<kind>:<value>`, several with a blank between.
 * Equal values of a kind mean equal bytes; unequal ones mean different bytes, except of ETags, which also depend on how
 * the bytes were uploaded.
 */
export declare function compareChecksums(left: string | undefined, right: string | undefined): 'same' | 'different' | 'unknown';
