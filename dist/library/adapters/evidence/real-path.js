import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
/** Where a path leads: the links of what exists of it resolved, the rest added. Never throws. */
export function realPath(path) {
    const absolute = resolve(path);
    try {
        return realpathSync.native(absolute);
    }
    catch {
        const parent = dirname(absolute);
        return parent === absolute ? absolute : join(realPath(parent), basename(absolute));
    }
}
/** The names that lead from `folder` down to `place`, none when they are the same; undefined when it is not in there. */
export function namesBelow(folder, place) {
    const way = relative(folder, place);
    const names = way.split(sep);
    if (names[0] === '..' || isAbsolute(way))
        return undefined;
    return way === '' ? [] : names;
}
