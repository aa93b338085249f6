/** A half-open range of byte offsets. */
export interface Span {
    readonly start: number;
    readonly end: number;
}
/** Told each member of an object; answers where the member's value ends. */
export type VisitMember = (keyStart: number, keyEnd: number, valueStart: number) => number;
export declare const OPEN_BRACKET = 91;
export declare const OPEN_BRACE = 123;
/** Of something that has to begin at `at`; before it is said what it is not. */
export declare function mustGoOn(bytes: Uint8Array, at: number): void;
/** The scanner finds where values begin and end; whether they are JSON is for JSON.parse to say, on each slice. */
export declare function skipSpace(bytes: Uint8Array, from: number): number;
/** The offset behind the value that begins at `from`; counts brackets instead of recursing, so depth costs no stack. */
export declare function skipValue(bytes: Uint8Array, from: number): number;
/** Visits the members of the object that opens at `from`; returns the offset behind it. */
export declare function scanObject(bytes: Uint8Array, from: number, visit: VisitMember): number;
/** Visits the elements of the array that opens at `from`, each visit answering its end; returns the offset behind it. */
export declare function scanArray(bytes: Uint8Array, from: number, visit: (start: number) => number): number;
