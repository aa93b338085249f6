import { printable } from '../../../domain/version.js';
import { UnansweredError } from '../../../ports/object-store.js';
import { quoted } from './context.js';
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
/** A listing that has more and does not say where: taken for a whole one, what is not listed would count as gone. */
export const brokenOff = ({ keys }, prefix) => new UnansweredError(`The listing of ${quoted(prefix)} in ${keys.location} breaks off and does not say where to go on`, { landed: 'no' });
/** A listed key as one of ours; undefined, and a word for who debugs, for what is none. */
export function ownKey({ keys, debug }, listed, encoding) {
    const decoded = decodeListed(listed ?? '', encoding);
    const parsed = decoded === undefined ? { reason: 'is not valid Unicode' } : keys.parse(decoded);
    if ('key' in parsed)
        return parsed.key;
    debug(`left out of a listing: '${printable(listed ?? '')}' ${parsed.reason}`);
    return undefined;
}
