import { encode, keyText } from './json-slice.js';
import { scanObject, skipValue } from './scan.js';
import { spliceBytes } from './splice.js';
/**
 * Adds a member to an object that has two or more, in the object's own layout: at its place if the keys are sorted
 * (the original publisher sorts them), else last. {@link withoutMembers} takes it out again without a trace.
 */
export function withMember(object, name, value) {
    const members = membersOf(object);
    const [first, second] = members;
    if (first === undefined || second === undefined)
        throw new RangeError('an entry has two members at least');
    const separator = object.subarray(first.end, second.start);
    const colon = object.subarray(first.keyEnd, first.valueStart);
    const at = precedent(members, name, first).end;
    const bytes = joined([separator, encode(JSON.stringify(name)), colon, encode(JSON.stringify(value))]);
    return spliceBytes(object, [{ start: at, end: at, bytes }]);
}
/** Takes out every member of these names, each with the separator before it (at the head: behind it). */
export function withoutMembers(object, names) {
    const members = membersOf(object);
    const firstKept = members.findIndex((member) => !names.includes(member.key));
    const splices = members.flatMap(({ key, start, end }, i) => {
        if (!names.includes(key))
            return [];
        const range = i < firstKept
            ? { start, end: members[i + 1]?.start ?? end }
            : { start: members[i - 1]?.end ?? start, end };
        return [{ ...range, bytes: new Uint8Array() }];
    });
    return spliceBytes(object, splices);
}
/** The member to stand behind; never before the first, whose surroundings are not a separator. */
function precedent(members, name, first) {
    const isSorted = members.every((member, i) => i === 0 || (members[i - 1]?.key ?? '') < member.key);
    return (isSorted ? members.findLast((member) => member.key < name) : members.at(-1)) ?? first;
}
function membersOf(object) {
    const members = [];
    scanObject(object, 0, (start, keyEnd, valueStart) => {
        const end = skipValue(object, valueStart);
        members.push({ key: keyText(object, start, keyEnd), start, keyEnd, valueStart, end });
        return end;
    });
    return members;
}
function joined(parts) {
    return spliceBytes(new Uint8Array(), parts.map((bytes) => ({ start: 0, end: 0, bytes })));
}
