/** Takes the items of one list as they come. A name that comes again begins a new list: the last one counts, as in JSON. */
export interface ListTaker {
    begin(): void;
    /** Never an empty piece. */
    take(items: readonly unknown[]): void;
}
/**
 * One JSON text in UTF-8, given in chunks of any size, of which some lists are never there as a whole: members of the
 * outermost object, whose items are handed over a few at a time. All else is parsed at the end, those lists empty. It
 * holds to what `JSON.parse` holds to, for that is what it gives each piece to: quotation marks, backslashes and brackets
 * alone say where an item ends, and where they are misleading the pieces are no JSON either.
 */
export declare class JsonLists {
    #private;
    /** `atOnce`: bytes of a list that are parsed at once, at least. */
    constructor(takers: Readonly<Record<string, ListTaker>>, atOnce?: number);
    /** The chunk must not be changed any more. Throws when a piece of a list is no JSON. */
    write(chunk: Uint8Array): void;
    /** All but the lists. Throws when it is no JSON. */
    end(): unknown;
}
