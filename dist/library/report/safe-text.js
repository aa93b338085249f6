/**
 * What a terminal, a log or a page may take for something else than text: control characters, escape sequences,
 * line and paragraph separators, invisible characters and those that turn the direction of writing.
 */
const TREACHEROUS = /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/** A GitHub runner takes a line that begins with `::` for a command to itself, and `##[` anywhere. */
const COMMAND = /^(\s*):(?=:)|:(?=:[a-z][\w-]*(?: [^:]*)?::)|#(?=#\[)/giu;
const LONGEST = 2000;
/** A foreign text on one line, harmless in a terminal and in a workflow log; what is escaped reads `\u{1b}`. */
export function oneLine(text, longest = LONGEST) {
    const cut = text.length > longest ? `${text.slice(0, longest)}...` : text;
    return cut
        .replace(TREACHEROUS, escaped)
        .replace(COMMAND, (match, blank) => (blank ?? '') + escaped(match.trimStart()));
}
/** The same inside JSON text, where it must stay the same value. */
export function harmlessJson(json) {
    return json
        .replace(/[\p{Cs}\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu, jsonEscaped)
        .replace(/#(?=#\[)/g, jsonEscaped);
}
/** Whether nothing in it would have to be escaped. */
export const isHarmless = (text) => oneLine(text, text.length) === text;
function escaped(character) {
    if (character === '\n')
        return '\\n';
    if (character === '\r')
        return '\\r';
    if (character === '\t')
        return '\\t';
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
const jsonEscaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
