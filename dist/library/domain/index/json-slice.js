import { BrokenIndexError } from './broken-index-error.js';
// ignoreBOM: a U+FEFF belongs to the text; dropping it would lose bytes.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();
/** UTF-8 bytes of a text. */
export function encode(text) {
    return encoder.encode(text);
}
/** The text of a slice; throws BrokenIndexError where it is not UTF-8. */
export function decode(bytes, start, end) {
    try {
        return decoder.decode(bytes.subarray(start, end));
    }
    catch {
        throw new BrokenIndexError('it is not valid UTF-8', start);
    }
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
