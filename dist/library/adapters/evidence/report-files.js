import { mkdirSync, promises, realpathSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { failure } from '../../domain/errors.js';
import { reportParts } from '../../report/json-report.js';
import { textReport } from '../../report/text-report.js';
import { remove, syncFile, syncFolder, temporaryName, writeNew } from './durable.js';
import { codeOf, evidenceFailure } from './folder-failure.js';
import { refuseFile } from './forbidden.js';
import { proveWritable } from './output-folder.js';
import { refuseOverlaps } from './overlaps.js';
/** Preflight: BAD_INPUT for a place that is not the reports' own, EVIDENCE for one that can't be written. */
export async function prepareReportFiles(paths, options = {}) {
    refuseReportPlaces(paths, options);
    for (const path of given(paths)) {
        if (placeOf(path).writable)
            continue;
        await proveWritable(dirname(path), options.makeFolder);
    }
}
/** Reads only. Throws BAD_INPUT for what is the repository's own or another output's, EVIDENCE for a folder. */
export function refuseReportPlaces(paths, options) {
    for (const path of given(paths))
        refuseFile(path, options.forbidden);
    // Both streams may be one terminal.
    const files = given(paths).filter((path) => !placeOf(path).writable);
    refuseOverlaps(files, options);
}
/** Writes the reports; the absolute paths of those that are asked for. Throws EVIDENCE. */
export async function writeReportFiles(report, paths, options = {}) {
    const written = {};
    const encoder = new TextEncoder();
    refuseReportPlaces(paths, options);
    if (paths.json !== undefined)
        written.json = await writeReportFile(paths.json, reportParts(report), options);
    if (paths.text !== undefined) {
        written.text = await writeReportFile(paths.text, encoder.encode(textReport(report)), options);
    }
    return written;
}
/** Complete or not at all; an earlier report there is replaced. Answers the absolute path; throws EVIDENCE. */
export async function writeReportFile(path, body, options = {}) {
    const absolute = resolve(path);
    try {
        refuseReportPlaces({ json: absolute }, options);
        const { target, writable } = placeOf(absolute);
        if (writable)
            await promises.writeFile(target, body);
        else
            await replace(target, body, options.makeFolder);
        return absolute;
    }
    catch (thrown) {
        throw evidenceFailure('Report', absolute, thrown);
    }
}
async function replace(path, body, makeFolder) {
    const folder = dirname(path);
    if (makeFolder === undefined)
        mkdirSync(folder, { recursive: true });
    else
        await makeFolder(folder);
    const temporary = temporaryName(folder, basename(path));
    writeNew(temporary, body);
    try {
        syncFile(temporary);
        renameSync(temporary, path);
    }
    catch (thrown) {
        remove(temporary);
        throw thrown;
    }
    syncFolder(folder);
}
/** Where a link leads; `writable` for a pipe or a terminal such as /dev/stdout, which nothing can be renamed over. */
function placeOf(path) {
    try {
        const found = statSync(path);
        if (found.isDirectory())
            throw failure('EVIDENCE', `Report '${path}' can't be written: it is a folder`);
        return found.isFile()
            ? { target: realpathSync.native(path), writable: false }
            : { target: path, writable: true };
    }
    catch (thrown) {
        if (codeOf(thrown) === 'ENOENT')
            return { target: path, writable: false };
        throw evidenceFailure('Report', path, thrown);
    }
}
const given = (paths) => [paths.json, paths.text].filter((path) => path !== undefined).map((path) => resolve(path));
