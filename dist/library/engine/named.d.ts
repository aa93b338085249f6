/** Keys for a message: the first five, and how many more. */
export declare function named(keys: readonly string[]): string;
