import { LOG } from '../../../domain/keys.js';
const TYPES = {
    json: 'application/json',
    md: 'text/markdown; charset=utf-8',
    txt: 'text/plain; charset=utf-8',
    html: 'text/html; charset=utf-8',
};
/** Of what we create ourselves; what we replace keeps its own. Records of the log are JSON without a suffix. */
export function contentTypeOf(key) {
    const suffix = /\.([a-z0-9]+)$/i.exec(key)?.[1]?.toLowerCase() ?? '';
    return TYPES[suffix] ?? (key.startsWith(LOG) ? 'application/json' : 'application/octet-stream');
}
