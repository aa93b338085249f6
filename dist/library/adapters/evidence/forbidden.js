import { lstatSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { asRollbackError, failure } from '../../domain/errors.js';
import { parseIndex } from '../../domain/index/mod.js';
import { BY_VERSION, INDEX_KEY, INDEX_LOCK_KEY, INDEX_MARKDOWN_KEY } from '../../domain/keys.js';
import { isVersion } from '../../domain/version.js';
import { namesBelow, realPath } from './real-path.js';
const OWN_FILES = [INDEX_KEY, INDEX_MARKDOWN_KEY, INDEX_LOCK_KEY];
/** `v1.0.2-rc.1`, `2026.11`: a folder that is a release, or may become one. */
const LIKE_A_RELEASE = /^v?\d/i;
/** A file may be called `v1.0.2-report.json`. */
const NOTHING_BUT_A_VERSION = /^v?\d+(?:\.\d+)*$/i;
/**
 * Throws BAD_INPUT, naming a better place, for a folder that is or lies inside a release's folder or a `.rollback-…`
 * folder of the repository, links resolved. Its root and other folders are allowed: people work in there.
 */
export function refuseFolder(folder, forbidden) {
    if (forbidden === undefined)
        return;
    const names = namesBelow(realPath(forbidden.repositoryRoot), realPath(folder));
    const why = names === undefined ? undefined : whyNoFolder(names, forbidden);
    if (why !== undefined)
        throw refusal(`Output folder '${folder}'`, why, '', forbidden);
}
/** The same of a file, which may not be the index, its rendering or its lock either. */
export function refuseFile(path, forbidden) {
    if (forbidden === undefined)
        return;
    const names = namesBelow(realPath(forbidden.repositoryRoot), realPath(path));
    const why = names === undefined ? undefined : whyNoFile(names, forbidden);
    if (why !== undefined)
        throw refusal(`Report '${path}'`, why, basename(path), forbidden);
}
function refusal(what, why, name, { repositoryRoot }) {
    const better = join(dirname(realPath(repositoryRoot)), 'rollback-reports', name);
    return failure('BAD_INPUT', `${what} ${why}`, {
        advice: `Choose a place outside the repository, such as '${better}'.`,
    });
}
function whyNoFolder([first], forbidden) {
    if (first === undefined)
        return undefined;
    if (isOwnFolder(first))
        return `lies inside the repository's own folder ${first}/`;
    if (isOwnFile(first))
        return `is a place of the repository's own ${first}`;
    const release = (LIKE_A_RELEASE.test(first) && isVersion(first)) || isRelease(first, forbidden);
    return release ? `lies inside the release's folder ${first}/` : undefined;
}
function whyNoFile(names, forbidden) {
    const [first, ...rest] = names;
    if (first === undefined || rest.length > 0 || isOwnFolder(first))
        return whyNoFolder(names, forbidden);
    if (isOwnFile(first))
        return `is the repository's own ${first}`;
    const release = NOTHING_BUT_A_VERSION.test(first) || isRelease(first, forbidden);
    return release ? `has the place of the release's folder ${first}/` : undefined;
}
// Some file systems ignore case, and what is not there yet has no other spelling to compare with.
const isOwnFolder = (name) => name.toLowerCase().startsWith('.rollback-');
const isOwnFile = (name) => OWN_FILES.includes(name.toLowerCase());
/** The one that is worked on, one that the index lists, or one that was ever rolled back here. */
function isRelease(name, { repositoryRoot, version }) {
    if (name === version)
        return true;
    if (!isVersion(name))
        return false;
    try {
        const rolledBack = join(repositoryRoot, BY_VERSION, name);
        return lstatSync(rolledBack, { throwIfNoEntry: false }) !== undefined || isListed(name, repositoryRoot);
    }
    catch (thrown) {
        const message = `Whether ${name}/ in the repository is a release can't be told: ${asRollbackError(thrown).message}`;
        throw failure('PERMISSION', message, { cause: thrown });
    }
}
/** Of an index that can't be parsed every name counts that stands in it. */
function isListed(name, repositoryRoot) {
    const index = join(repositoryRoot, INDEX_KEY);
    // Anything but a file is refused by the store in its own words; a pipe would be waited for.
    if (!lstatSync(index, { throwIfNoEntry: false })?.isFile())
        return false;
    const bytes = readFileSync(index);
    try {
        return parseIndex(bytes).entries.some((entry) => entry.version === name);
    }
    catch {
        return bytes.includes(JSON.stringify(name));
    }
}
