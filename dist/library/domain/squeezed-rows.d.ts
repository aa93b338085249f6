import { PackedRows } from './rows.ts';
/**
 * Packed rows that take a quarter of the memory: names of fields and beginnings of paths are the same again and again.
 * To be loaded by `import()`, and only for what may be very long: a local start pays nothing for it.
 */
export declare class SqueezedRows<T> extends PackedRows<T> {
    protected pack(bytes: Uint8Array): Uint8Array;
    protected unpack(packed: Uint8Array): Uint8Array;
}
