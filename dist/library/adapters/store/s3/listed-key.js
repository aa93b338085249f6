import { printable } from '../../../domain/version.js';
/** `encoding-type=url` is that of forms: '+' is a blank. Undefined for what is no UTF-8. */
export function decodeListed(text, encoding) {
    if (encoding !== 'url')
        return text;
    try {
        return decodeURIComponent(text.replaceAll('+', ' '));
    }
    catch {
        return undefined;
    }
}
/** A listed key as one of ours; undefined, and a word for who debugs, for what is none. */
export function ownKey({ keys, debug }, listed, encoding) {
    const decoded = decodeListed(listed ?? '', encoding);
    const parsed = decoded === undefined ? { reason: 'is not valid Unicode' } : keys.parse(decoded);
    if ('key' in parsed)
        return parsed.key;
    debug(`left out of a listing: '${printable(listed ?? '')}' ${parsed.reason}`);
    return undefined;
}
