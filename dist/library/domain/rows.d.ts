/** What is asked of a list of any length; every array is one. */
export interface Rows<T> extends Iterable<T> {
    readonly length: number;
    map<U>(each: (item: T) => U): readonly U[];
    filter(keep: (item: T) => unknown): Rows<T>;
    every(holds: (item: T) => unknown): boolean;
    some(holds: (item: T) => unknown): boolean;
    reduce<U>(add: (sum: U, item: T) => U, start: U): U;
}
/** Items that are made into text, and back, at once. */
export declare const AT_ONCE = 64;
/** Rows that are made when they are asked for. */
export declare abstract class LazyRows<T> implements Rows<T> {
    abstract readonly length: number;
    /** Neighbours cost little; what lies far apart is made with all around it. Throws RangeError. */
    abstract at(position: number): T;
    abstract [Symbol.iterator](): Iterator<T>;
    map<U>(each: (item: T) => U): readonly U[];
    /** The same rows, seen through what was kept: nothing is packed twice. */
    filter(keep: (item: T) => unknown): Rows<T>;
    /** The same rows, each as `view` shows it whenever it is asked for. */
    through<U>(view: (item: T, position: number) => U): LazyRows<U>;
    every(holds: (item: T) => unknown): boolean;
    some(holds: (item: T) => unknown): boolean;
    reduce<U>(add: (sum: U, item: T) => U, start: U): U;
}
/**
 * Plain JSON values as UTF-8 outside of the heap, made into objects again whenever they are asked for: of 100,000
 * objects that live the garbage collector lets the heap grow to a multiple, and follows each of them.
 */
export declare class PackedRows<T> extends LazyRows<T> {
    #private;
    static from<T>(items: Iterable<T>): PackedRows<T>;
    get length(): number;
    /** What is pushed must not be changed any more. */
    push(item: T): void;
    at(position: number): T;
    [Symbol.iterator](): Generator<T>;
}
/** The rows whose positions are kept; of lazy ones none is made for it. */
export declare function choose<T>(rows: Rows<T>, keep: (position: number) => boolean): Rows<T>;
/** The rows as `view` shows them; lazy ones whenever they are asked for. */
export declare function view<T, U>(rows: Rows<T>, as: (item: T) => U): Rows<U>;
