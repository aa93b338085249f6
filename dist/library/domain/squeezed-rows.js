import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { PackedRows } from './rows.js';
/** Small tables for blocks of some 16 KB: no more memory than they need, which is taken and given back for each. */
const HOW = { level: 1, windowBits: 14, memLevel: 6 };
/**
 * Packed rows that take a quarter of the memory: names of fields and beginnings of paths are the same again and again.
 * To be loaded by `import()`, and only for what may be very long: a local start pays nothing for it.
 */
export class SqueezedRows extends PackedRows {
    pack(bytes) {
        // Copied: what comes is the beginning of a larger buffer.
        return new Uint8Array(deflateRawSync(bytes, HOW));
    }
    unpack(packed) {
        return inflateRawSync(packed);
    }
}
