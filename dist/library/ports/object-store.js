export * from './store-abilities.js';
export * from './store-errors.js';
/** The order of every listing: UTF-8 bytes, which UTF-16 units follow except that surrogates come last. */
export function compareKeys(a, b) {
    const shared = Math.min(a.length, b.length);
    for (let i = 0; i < shared; i += 1) {
        const x = a.charCodeAt(i);
        const y = b.charCodeAt(i);
        if (x === y)
            continue;
        const outsideBasicPlane = Number(isSurrogate(x)) - Number(isSurrogate(y));
        return outsideBasicPlane === 0 ? x - y : outsideBasicPlane;
    }
    return a.length - b.length;
}
const isSurrogate = (unit) => unit >= 0xd800 && unit <= 0xdfff;
