/**
 * The candidate that `word` most likely was meant to be, or undefined when none is near. Case and the kind of
 * separator cost nothing: `artifacts-only` means `artifacts_only`.
 */
export declare function nearest(word: string, candidates: readonly string[]): string | undefined;
/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
export declare function editDistance(a: string, b: string): number;
