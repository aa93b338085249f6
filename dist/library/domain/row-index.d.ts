import { type Rows } from './rows.ts';
/**
 * Finds rows by their names. Of packed ones in the order of keys only the name that each block of neighbours begins with is
 * kept: quickest for neighbours, one after the other. Others, and those in no order (a manifest of others may be), cost a map.
 */
export declare class RowIndex<T> {
    readonly at: (position: number) => T;
    readonly positionOf: (name: string) => number | undefined;
    /** The rows must not become more any more. */
    constructor(rows: Rows<T>, nameOf: (row: T) => string);
    has(name: string): boolean;
    find(name: string): T | undefined;
}
