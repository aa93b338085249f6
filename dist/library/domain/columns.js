/**
 * Plain JSON values as text: of objects with the same fields in the same order the names once, and what is the same in all
 * of them once, which takes half of what JSON alone would. Anything else is JSON.
 */
export function columnsOf(items) {
    const names = sharedNames(items);
    if (names === undefined)
        return JSON.stringify([items]);
    const columns = names.map((name) => columnOf(items.map((item) => item[name])));
    return JSON.stringify([names, items.length, columns]);
}
/** The items of `columnsOf`. */
export function fromColumns(text) {
    const parsed = JSON.parse(text);
    if (parsed.length === 1)
        return parsed[0];
    const [names, count, columns] = parsed;
    const items = Array.from({ length: count }, () => ({}));
    for (const [position, name] of names.entries())
        fill(items, name, columns[position] ?? [null]);
    return items;
}
/** Undefined where the items are not all objects of the same fields, or JSON would leave a field out. */
function sharedNames(items) {
    const [first] = items;
    if (!isObject(first))
        return undefined;
    const names = Object.keys(first);
    // It could not be set as a field.
    if (names.length === 0 || names.includes('__proto__'))
        return undefined;
    return items.every((item) => isObject(item) && hasJust(item, names)) ? names : undefined;
}
const isObject = (item) => typeof item === 'object' && item !== null && !Array.isArray(item);
function hasJust(item, names) {
    let position = 0;
    for (const name in item) {
        if (name !== names[position] || item[name] === undefined)
            return false;
        position += 1;
    }
    return position === names.length;
}
function columnOf(values) {
    const [first] = values;
    if (typeof first !== 'object' && values.every((value) => value === first))
        return [first];
    if (!values.every((value) => typeof value === 'string'))
        return [0, 0, values];
    const beginning = sharedBeginning(values);
    return [beginning, values.map((value) => value.slice(beginning.length))];
}
function sharedBeginning(texts) {
    let [shared = ''] = texts;
    for (const text of texts)
        while (!text.startsWith(shared))
            shared = shared.slice(0, -1);
    return shared;
}
function fill(items, name, column) {
    const [first, ends, each] = column;
    for (let at = 0; at < items.length; at += 1) {
        const item = items[at];
        if (item === undefined)
            continue;
        if (each !== undefined)
            item[name] = each[at];
        else
            item[name] = Array.isArray(ends) ? `${first}${ends[at]}` : first;
    }
}
