import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { failure } from '../../../domain/errors.js';
import { kindRefused, quoted, symlinkRefused, unlessAbsent } from './io-errors.js';
import { pathOf } from './local-root.js';
import { mayUse, refuseSticky } from './permissions.js';
/** The version folder must be something that one rename can take away. */
export function checkVersionFolder(root, rootStats, options) {
    const key = `${options.version}/`;
    const path = pathOf(root, key);
    const stats = unlessAbsent(() => lstatSync(path));
    if (stats === undefined)
        return;
    if (stats.isSymbolicLink()) {
        throw symlinkRefused(key, 'a symlinked version folder is refused');
    }
    if (!stats.isDirectory())
        throw kindRefused(key, 'a file, not a folder');
    if (stats.dev !== rootStats.dev)
        throw mounted(key);
    mayUse(path, quoted(key), false);
    if (options.forWriting) {
        // A folder that goes to another parent is written itself: its '..' changes.
        mayUse(path, quoted(key), true);
        refuseSticky(rootStats, stats, key);
    }
    const mount = mountBelow(path, rootStats.dev);
    if (mount !== undefined)
        throw mounted(`${key}${mount}`);
}
function mounted(key) {
    return failure('BAD_INPUT', `${quoted(key)} is a mount point; a version folder that is one, or holds one, is refused`, {
        advice: 'Unmount it, then run again.',
    });
}
/** The first mount at or below a folder; '' for the folder itself. */
function mountBelow(path, device) {
    const table = unlessAbsent(() => readFileSync('/proc/self/mountinfo', 'utf8'));
    if (table === undefined)
        return otherDeviceBelow(path, device);
    const real = realpathSync.native(path);
    const mount = mountPoints(table).find((point) => point === real || point.startsWith(`${real}/`));
    return mount?.slice(real.length + 1);
}
/** Fifth field of each line of Linux's mount table (proc(5)); blanks and backslashes are in octal there. */
export function mountPoints(table) {
    return table
        .split('\n')
        .map((line) => line.split(' ')[4] ?? '')
        .map((point) => point.replace(/\\([0-7]{3})/g, (_all, octal) => String.fromCharCode(Number.parseInt(octal, 8))));
}
/** Without a mount table (macOS): a folder on another device is a mount. */
export function otherDeviceBelow(path, device) {
    for (const entry of unlessAbsent(() => readdirSync(path, { withFileTypes: true })) ?? []) {
        if (!entry.isDirectory())
            continue;
        const stats = unlessAbsent(() => lstatSync(`${path}/${entry.name}`));
        if (stats !== undefined && stats.dev !== device)
            return entry.name;
        const deeper = otherDeviceBelow(`${path}/${entry.name}`, device);
        if (deeper !== undefined)
            return `${entry.name}/${deeper}`;
    }
    return undefined;
}
