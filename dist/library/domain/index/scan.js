import { BrokenIndexError } from './broken-index-error.js';
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
export const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
export const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
/** No publisher nests so deep, and whoever prints a value of this depth again is still far from the end of its stack. */
const MAX_DEPTH = 512;
const TRUNCATED = 'it ends too early';
/** Of something that has to begin at `at`; before it is said what it is not. */
export function mustGoOn(bytes, at) {
    if (at >= bytes.length)
        throw new BrokenIndexError(TRUNCATED, bytes.length);
}
/** The scanner finds where values begin and end; whether they are JSON is for JSON.parse to say, on each slice. */
export function skipSpace(bytes, from) {
    let at = from;
    while (isSpace(bytes[at]))
        at++;
    return at;
}
/** The offset behind the value that begins at `from`; counts brackets instead of recursing, so depth costs no stack. */
export function skipValue(bytes, from) {
    const first = bytes[from];
    if (first === QUOTE)
        return skipString(bytes, from);
    if (first !== OPEN_BRACE && first !== OPEN_BRACKET)
        return skipScalar(bytes, from);
    let depth = 0;
    for (let at = from; at < bytes.length; at++) {
        const byte = bytes[at];
        if (byte === QUOTE) {
            at = skipString(bytes, at) - 1;
        }
        else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
            if (++depth > MAX_DEPTH)
                throw new BrokenIndexError(`it is nested deeper than ${MAX_DEPTH} levels`, at);
        }
        else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
            if (--depth === 0)
                return at + 1;
        }
    }
    throw new BrokenIndexError(TRUNCATED, bytes.length);
}
/** Visits the members of the object that opens at `from`; returns the offset behind it. */
export function scanObject(bytes, from, visit) {
    let at = skipSpace(bytes, from + 1);
    if (bytes[at] === CLOSE_BRACE)
        return at + 1;
    for (;;) {
        const keyEnd = skipString(bytes, at);
        const colon = skipSpace(bytes, keyEnd);
        if (bytes[colon] !== COLON)
            throw expected(bytes, colon, '":"');
        const valueEnd = visit(at, keyEnd, skipSpace(bytes, colon + 1));
        const next = skipSpace(bytes, valueEnd);
        if (bytes[next] === CLOSE_BRACE)
            return next + 1;
        if (bytes[next] !== COMMA)
            throw expected(bytes, next, '"," or "}"');
        at = skipSpace(bytes, next + 1);
    }
}
/** Visits the elements of the array that opens at `from`, each visit answering its end; returns the offset behind it. */
export function scanArray(bytes, from, visit) {
    let at = skipSpace(bytes, from + 1);
    if (bytes[at] === CLOSE_BRACKET)
        return at + 1;
    for (;;) {
        const next = skipSpace(bytes, visit(at));
        if (bytes[next] === CLOSE_BRACKET)
            return next + 1;
        if (bytes[next] !== COMMA)
            throw expected(bytes, next, '"," or "]"');
        at = skipSpace(bytes, next + 1);
    }
}
function skipString(bytes, from) {
    if (bytes[from] !== QUOTE)
        throw expected(bytes, from, 'a string');
    for (let at = from + 1; at < bytes.length; at++) {
        const byte = bytes[at];
        if (byte === QUOTE)
            return at + 1;
        if (byte === BACKSLASH)
            at++;
    }
    throw new BrokenIndexError(TRUNCATED, bytes.length);
}
function skipScalar(bytes, from) {
    let at = from;
    while (at < bytes.length && !endsScalar(bytes[at]))
        at++;
    if (at === from)
        throw expected(bytes, from, 'a value');
    return at;
}
function endsScalar(byte) {
    return byte === COMMA || byte === CLOSE_BRACE || byte === CLOSE_BRACKET || isSpace(byte);
}
function isSpace(byte) {
    return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
function expected(bytes, at, what) {
    return at >= bytes.length
        ? new BrokenIndexError(TRUNCATED, bytes.length)
        : new BrokenIndexError(`${what} is expected here`, at);
}
