/** UTF-8 bytes of a text. */
export declare function encode(text: string): Uint8Array;
/** The text of a slice; throws BrokenIndexError where it is not UTF-8. */
export declare function decode(bytes: Uint8Array, start: number, end: number): string;
/** The value of a slice; throws BrokenIndexError, naming `what`, where it is not strict JSON. */
export declare function parseSlice(bytes: Uint8Array, start: number, end: number, what: string): unknown;
/** Whether the string in quotes at [start, end) means `name`, however it is escaped. */
export declare function keyIs(bytes: Uint8Array, start: number, end: number, name: Uint8Array): boolean;
/** The decoded key in quotes at [start, end). */
export declare function keyText(bytes: Uint8Array, start: number, end: number): string;
