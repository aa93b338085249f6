const GRAMMAR = /^[A-Za-z0-9][A-Za-z0-9._+~@-]{0,127}$/;
const RESERVED = new Set(['index.json', 'index.md', 'index.json.lock']);
/** Why a string is no version (DESIGN §6), or undefined when it is one. */
export function versionProblem(text) {
    if (text === '')
        return 'it is empty';
    if (text.trim() === '')
        return 'it is blank';
    if (text.length > 128)
        return `it has ${text.length} characters; at most 128 are allowed`;
    if (text.includes('..'))
        return "it contains '..'";
    if (!GRAMMAR.test(text)) {
        return 'only letters, digits and . _ + ~ @ - are allowed, starting with a letter or a digit';
    }
    if (RESERVED.has(text))
        return 'it is the name of a file of the repository itself';
    return undefined;
}
export function isVersion(text) {
    return versionProblem(text) === undefined;
}
/** A hostile string, shown safely: control and non-ASCII characters escaped, at most 80 characters. */
export function printable(text) {
    const escaped = [...text.slice(0, 120)]
        .map((c) => {
        const code = c.codePointAt(0) ?? 0;
        return code >= 0x20 && code < 0x7f ? c : `\\u{${code.toString(16)}}`;
    })
        .join('');
    return escaped.length > 80 ? `${escaped.slice(0, 77)}...` : escaped;
}
