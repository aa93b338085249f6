import { basename, dirname } from 'node:path';
import { failure } from '../../domain/errors.js';
import { isEvidenceName } from '../../domain/evidence.js';
import { namesBelow, realPath } from './real-path.js';
/**
 * Throws BAD_INPUT, links resolved, for a report that would replace evidence, the signing key or another report, or
 * stand where a folder is to be. Reads only.
 */
export function refuseOverlaps(reports, spared) {
    for (const [i, path] of reports.entries()) {
        const others = reports.filter((_, j) => j !== i);
        const why = whyNot(path, others, spared);
        if (why === undefined)
            continue;
        throw failure('BAD_INPUT', `Report '${path}' ${why}`, { advice: 'Give it another place or name.' });
    }
}
function whyNot(path, others, { folders = [], keys = [] }) {
    if ([path, realPath(path)].some((each) => isEvidenceName(basename(each))))
        return 'has the name of evidence';
    if (keys.some((key) => realPath(key) === realPath(path)))
        return 'is the signing key';
    const report = others.find((each) => isIn(path, each));
    if (report !== undefined)
        return `has the place of report '${report}'`;
    const folder = folders.find((each) => each !== undefined && isIn(path, each));
    return folder === undefined ? undefined : `stands where output folder '${folder}' is to be`;
}
/** Whether `place` is the file, or would lie below it as if it were a folder. */
const isIn = (file, place) => namesBelow(realPath(file), realPath(place)) !== undefined;
/** Throws BAD_INPUT for a key that evidence would be put in the place of. Reads only. */
export function refuseKeyAsEvidence({ folders = [], keys = [] }) {
    const places = folders.filter((folder) => folder !== undefined).map(realPath);
    const taken = keys.find((key) => isEvidenceName(basename(key)) && places.includes(realPath(dirname(key))));
    if (taken === undefined)
        return;
    const advice = 'Give the key another name, or the evidence another folder.';
    throw failure('BAD_INPUT', `The signing key '${taken}' stands where evidence goes`, { advice });
}
