const MILLISECOND = 1000000n;
const PATTERN = /^(\d{4}-\d\d-\d\d)([Tt ])(\d\d:\d\d:\d\d)(?:\.(\d+))?([Zz]|[+-]\d\d(?::?\d\d)?)?$/;
/** Reads the ISO 8601 forms that publishers write; undefined for anything else. */
export function parseTimestamp(text) {
    const match = PATTERN.exec(text ?? '');
    if (match === null)
        return undefined;
    const [, date, separator = 'T', time, fraction = '', zone = ''] = match;
    const seconds = Date.parse(`${date}T${time}Z`);
    if (Number.isNaN(seconds))
        return undefined;
    const nanos = BigInt(seconds) * MILLISECOND + BigInt(fraction.slice(0, 9).padEnd(9, '0')) - offsetOf(zone);
    return { nanos, separator, digits: fraction.length, zone };
}
/**
 * What `last_updated` becomes: max(now, previous + 1 ms) in the previous value's own style, so that bytes never repeat.
 * A style too coarse to show the step gets milliseconds; an unreadable previous value gives way to the ISO form of now.
 */
export function nextTimestamp(previous, now) {
    const before = parseTimestamp(previous);
    if (before === undefined)
        return now.toISOString();
    const current = BigInt(now.getTime()) * MILLISECOND;
    const least = before.nanos + MILLISECOND;
    const next = { ...before, nanos: current > least ? current : least };
    const after = parseTimestamp(format(next));
    // Beyond the year 9999 nothing that we write would be read again.
    if (after === undefined)
        return now.toISOString();
    return after.nanos > before.nanos ? format(next) : format({ ...next, digits: 3 });
}
function format({ nanos, separator, digits, zone }) {
    const local = nanos + offsetOf(zone);
    const sinceSecond = ((local % 1000000000n) + 1000000000n) % 1000000000n;
    const iso = new Date(Number((local - sinceSecond) / MILLISECOND)).toISOString();
    const [date, time = ''] = iso.split('T');
    const fraction = sinceSecond.toString().padStart(9, '0').padEnd(digits, '0').slice(0, digits);
    return `${date}${separator}${time.slice(0, 8)}${digits === 0 ? '' : `.${fraction}`}${zone}`;
}
/** Nanoseconds by which the zone is ahead of UTC. */
function offsetOf(zone) {
    const digits = zone.replace(/\D/g, '').padEnd(4, '0');
    const minutes = BigInt(digits.slice(0, 2)) * 60n + BigInt(digits.slice(2));
    return (zone.startsWith('-') ? -minutes : minutes) * 60000n * MILLISECOND;
}
