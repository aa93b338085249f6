const encoder = new TextEncoder();
/** A value as a member, one level in: indenting it afterwards would take three times as long. */
export const memberText = (value) => JSON.stringify({ '': value }, null, 2).slice('{\n  "": '.length, -'\n}'.length);
/** A list is asked for three times an operation, and is most of what these files hold. */
const known = new WeakMap();
/** The artifacts as a member, one a line: a third less to write, sync and hash than one field a line. */
export function artifactLines(artifacts) {
    const lines = known.get(artifacts) ?? encoder.encode(linesOf(artifacts));
    known.set(artifacts, lines);
    return lines;
}
function linesOf(artifacts) {
    if (artifacts.length === 0)
        return '[]';
    return `[\n    ${artifacts.map((artifact) => JSON.stringify(artifact)).join(',\n    ')}\n  ]`;
}
/** The operation's own manifest, as it is stored and hashed. */
export function encodeManifest({ artifacts, ...rest }) {
    const members = Object.entries(rest).filter(([, value]) => value !== undefined);
    const texts = members.map(([name, value]) => [name, memberText(value)]);
    return encodeMembers({ ...Object.fromEntries(texts), artifacts: artifactLines(artifacts) });
}
/** A JSON file from its members, which are taken over as they are. No text of the whole is made: it would be large. */
export function encodeMembers(members) {
    const parts = Object.entries(members).flatMap(([name, json], i) => [
        encoder.encode(`${i === 0 ? '{' : ','}\n  ${JSON.stringify(name)}: `),
        typeof json === 'string' ? encoder.encode(json) : json,
    ]);
    return joined([...parts, encoder.encode('\n}\n')]);
}
function joined(parts) {
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
        bytes.set(part, at);
        at += part.length;
    }
    return bytes;
}
