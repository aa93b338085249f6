import { mkdirSync, promises, realpathSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Bytes } from '../../domain/byte-parts.ts';
import { failure } from '../../domain/errors.ts';
import type { RollbackReport } from '../../domain/report.ts';
import { reportParts } from '../../report/json-report.ts';
import { textReport } from '../../report/text-report.ts';
import { remove, syncFile, syncFolder, temporaryName, writeNew } from './durable.ts';
import { codeOf, evidenceFailure } from './folder-failure.ts';
import { type Forbidden, refuseFile } from './forbidden.ts';
import { type FolderMaker, proveWritable } from './output-folder.ts';
import { refuseOverlaps, type Spared } from './overlaps.ts';

/** Where `--json-report` and `--text-report` go; one that is not given is not written. */
export interface ReportPaths {
  readonly json?: string | undefined;
  readonly text?: string | undefined;
}

export interface ReportFileOptions extends Spared {
  readonly forbidden?: Forbidden | undefined;
  readonly makeFolder?: FolderMaker | undefined;
}

/** Preflight: BAD_INPUT for a place that is not the reports' own, EVIDENCE for one that can't be written. */
export async function prepareReportFiles(paths: ReportPaths, options: ReportFileOptions = {}): Promise<void> {
  refuseReportPlaces(paths, options);
  for (const path of given(paths)) {
    if (placeOf(path).writable) continue;
    await proveWritable(dirname(path), options.makeFolder);
  }
}

/** Reads only. Throws BAD_INPUT for what is the repository's own or another output's, EVIDENCE for a folder. */
export function refuseReportPlaces(paths: ReportPaths, options: ReportFileOptions): void {
  for (const path of given(paths)) refuseFile(path, options.forbidden);
  // Both streams may be one terminal.
  const files = given(paths).filter((path) => !placeOf(path).writable);
  refuseOverlaps(files, options);
}

/** Writes the reports; the absolute paths of those that are asked for. Throws EVIDENCE. */
export async function writeReportFiles(
  report: RollbackReport,
  paths: ReportPaths,
  options: ReportFileOptions = {},
): Promise<ReportPaths> {
  const written: { json?: string; text?: string } = {};
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
export async function writeReportFile(
  path: string,
  body: Bytes,
  options: ReportFileOptions = {},
): Promise<string> {
  const absolute = resolve(path);
  try {
    refuseReportPlaces({ json: absolute }, options);
    const { target, writable } = placeOf(absolute);
    if (writable) await promises.writeFile(target, body);
    else await replace(target, body, options.makeFolder);
    return absolute;
  } catch (thrown) {
    throw evidenceFailure('Report', absolute, thrown);
  }
}

async function replace(path: string, body: Bytes, makeFolder: FolderMaker | undefined): Promise<void> {
  const folder = dirname(path);
  if (makeFolder === undefined) mkdirSync(folder, { recursive: true });
  else await makeFolder(folder);
  const temporary = temporaryName(folder, basename(path));
  writeNew(temporary, body);
  try {
    syncFile(temporary);
    renameSync(temporary, path);
  } catch (thrown) {
    remove(temporary);
    throw thrown;
  }
  syncFolder(folder);
}

/** Where a link leads; `writable` for a pipe or a terminal such as /dev/stdout, which nothing can be renamed over. */
function placeOf(path: string): { target: string; writable: boolean } {
  try {
    const found = statSync(path);
    if (found.isDirectory()) throw failure('EVIDENCE', `Report '${path}' can't be written: it is a folder`);
    return found.isFile()
      ? { target: realpathSync.native(path), writable: false }
      : { target: path, writable: true };
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return { target: path, writable: false };
    throw evidenceFailure('Report', path, thrown);
  }
}

const given = (paths: ReportPaths): readonly string[] =>
  [paths.json, paths.text].filter((path) => path !== undefined).map((path) => resolve(path));
