/**
 * Plain JSON values as text: of objects with the same fields in the same order the names once, and what is the same in all
 * of them once, which takes half of what JSON alone would. Anything else is JSON.
 */
export declare function columnsOf(items: readonly unknown[]): string;
/** The items of `columnsOf`. */
export declare function fromColumns<T>(text: string): readonly T[];
