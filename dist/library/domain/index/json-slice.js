import { BrokenIndexError } from './broken-index-error.js';
// ignoreBOM: a U+FEFF belongs to the text; dropping it would lose bytes.
const strictly = { fatal: true, ignoreBOM: true };
const decoder = new TextDecoder('utf-8', strictly);
const encoder = new TextEncoder();
/** Bytes that are decoded at once: the text of more would lie outside of the heap, and be freed there as a large block. */
const AT_ONCE = 256 * 1024;
/** UTF-8 bytes of a text. */
export function encode(text) {
    return encoder.encode(text);
}
/** The text of a slice; throws BrokenIndexError where it is not UTF-8. */
export function decode(bytes, start, end) {
    try {
        if (end - start <= AT_ONCE)
            return decoder.decode(bytes.subarray(start, end));
        return decodeInPieces(bytes.subarray(start, end));
    }
    catch {
        throw new BrokenIndexError('it is not valid UTF-8', start);
    }
}
function decodeInPieces(bytes) {
    const pieces = new TextDecoder('utf-8', strictly);
    let text = '';
    for (let at = 0; at < bytes.length; at += AT_ONCE)
        text += pieces.decode(bytes.subarray(at, at + AT_ONCE), { stream: true });
    return text + pieces.decode();
}
/** The value of a slice; throws BrokenIndexError, naming `what`, where it is not strict JSON. */
export function parseSlice(bytes, start, end, what) {
    const text = decode(bytes, start, end);
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new BrokenIndexError(`${what} is not valid JSON`, start + errorOffset(text, error));
    }
}
/** Whether the string in quotes at [start, end) means `name`, however it is escaped. */
export function keyIs(bytes, start, end, name) {
    const length = end - start - 2;
    if (length < name.length)
        return false;
    // Longer than the name: the same only if something in it is escaped, which is rare.
    if (length > name.length) {
        return bytes.subarray(start, end).includes(0x5c) && keyText(bytes, start, end) === decoder.decode(name);
    }
    for (let i = 0; i < length; i++)
        if (bytes[start + 1 + i] !== name[i])
            return false;
    return true;
}
/** The decoded key in quotes at [start, end). */
export function keyText(bytes, start, end) {
    return parseSlice(bytes, start, end, 'a key');
}
/** V8 names the character where parsing stopped; as bytes, or 0 where the message names none. */
function errorOffset(text, error) {
    const position = /at position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    return position === undefined ? 0 : encode(text.slice(0, Number(position))).length;
}
