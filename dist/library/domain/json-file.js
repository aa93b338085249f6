import { byteParts, joinBytes, partsOf, textParts, textPieces, } from './byte-parts.js';
const encoder = new TextEncoder();
/** Items of a list that are made into text at once. */
const AT_ONCE = 200;
/** A list up to this size is kept as text: it is asked for three times an operation. */
const KEPT = 20_000;
/** A value as a member, one level in: indenting it afterwards would take three times as long. */
export const memberText = (value) => JSON.stringify({ '': value }, null, 2).slice('{\n  "": '.length, -'\n}'.length);
/** A list as a member whose items stand one a line, `depth` levels in; its text is never there as a whole. */
export function listLines(items, depth, write = JSON.stringify) {
    const [inner, outer] = ['  '.repeat(depth + 1), '  '.repeat(depth)];
    return byteParts(function* () {
        let lines = [];
        let lead = '[\n';
        const text = () => encoder.encode(`${lead}${lines.join(',\n')}`);
        for (const item of items) {
            lines.push(`${inner}${write(item)}`);
            if (lines.length < AT_ONCE)
                continue;
            yield text();
            lines = [];
            lead = ',\n';
        }
        if (lines.length > 0)
            yield text();
        yield encoder.encode(lines.length === 0 && lead === '[\n' ? '[]' : `\n${outer}]`);
    });
}
const known = new WeakMap();
/** The artifacts as a member, one a line: a third less to write, sync and hash than one field a line. */
export function artifactLines(artifacts) {
    const lines = known.get(artifacts) ?? listLines(artifacts, 1);
    if (artifacts.length > KEPT)
        return lines;
    const kept = Array.isArray(lines) ? lines : [joinBytes(lines)];
    known.set(artifacts, kept);
    return kept;
}
/** The operation's own manifest, as it is stored and hashed. */
export function encodeManifest({ artifacts, ...rest }) {
    const members = Object.entries(rest).filter(([, value]) => value !== undefined);
    const { entries, absent = [] } = rest;
    const long = {
        entries: () => placementsJson(entries),
        absent: () => listLines(absent, 1),
    };
    const texts = members.map(([name, value]) => [name, long[name]?.() ?? memberText(value)]);
    return encodeMembers({ ...Object.fromEntries(texts), artifacts: artifactLines(artifacts) });
}
/** How the text of an entry stands among its fields: those of what it knows besides are further in. */
const NO_RAW = '\n      "raw": ""';
/**
 * Entries as a member; their own texts, which may be long, are escaped piece by piece. The fields keep their order, which
 * in a manifest that was read is another one.
 */
function placementsJson(entries) {
    if (entries.length === 0)
        return '[]';
    return byteParts(function* () {
        for (const [i, entry] of entries.entries()) {
            const text = memberText([{ ...entry, raw: '' }]).slice('[\n'.length, -'\n  ]'.length);
            yield encoder.encode(i === 0 ? '[\n' : ',\n');
            yield* filledIn(text, NO_RAW, stringJson(entry.raw));
        }
        yield encoder.encode('\n  ]');
    });
}
const stringJson = (text) => byteParts(function* () {
    yield encoder.encode('"');
    for (const piece of textPieces(text))
        yield encoder.encode(JSON.stringify(piece).slice(1, -1));
    yield encoder.encode('"');
});
/**
 * JSON text with something long in place of the last two characters of `blank`. Within a string the quotation marks of
 * `blank` would be escaped: nothing else can be taken for it.
 */
export function filledIn(text, blank, long) {
    const end = text.indexOf(blank) + blank.length;
    return byteParts(function* () {
        yield encoder.encode(text.slice(0, end - 2));
        yield* long;
        yield encoder.encode(text.slice(end));
    });
}
/** A JSON file from its members, which are taken over as they are. */
export function encodeMembers(members) {
    return byteParts(function* () {
        for (const [i, [name, json]] of Object.entries(members).entries()) {
            yield encoder.encode(`${i === 0 ? '{' : ','}\n  ${JSON.stringify(name)}: `);
            yield* typeof json === 'string' ? textParts(json) : partsOf(json);
        }
        yield encoder.encode('\n}\n');
    });
}
/** An object as a member, one level in; `list` is one of its members and too long to be text as a whole. */
export function withLongList(value, list) {
    const items = value[list];
    if (!Array.isArray(items))
        return [encoder.encode(memberText(value))];
    return filledIn(memberText({ ...value, [list]: [] }), `"${list}": []`, listLines(items, 2));
}
