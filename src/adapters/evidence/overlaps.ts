import { basename, dirname } from 'node:path';
import { failure } from '../../domain/errors.ts';
import { isEvidenceName } from '../../domain/evidence.ts';
import { namesBelow, realPath } from './real-path.ts';

/** What else a run writes or reads; no report may replace it or be in its way. */
export interface Spared {
  /** Output folders of the evidence. */
  readonly folders?: readonly (string | undefined)[] | undefined;
  /** Files of the signing key. */
  readonly keys?: readonly string[] | undefined;
}

/**
 * Throws BAD_INPUT, links resolved, for a report that would replace evidence, the signing key or another report, or
 * stand where a folder is to be. Reads only.
 */
export function refuseOverlaps(reports: readonly string[], spared: Spared): void {
  for (const [i, path] of reports.entries()) {
    const others = reports.filter((_, j) => j !== i);
    const why = whyNot(path, others, spared);
    if (why === undefined) continue;
    throw failure('BAD_INPUT', `Report '${path}' ${why}`, { advice: 'Give it another place or name.' });
  }
}

function whyNot(
  path: string,
  others: readonly string[],
  { folders = [], keys = [] }: Spared,
): string | undefined {
  if ([path, realPath(path)].some((each) => isEvidenceName(basename(each))))
    return 'has the name of evidence';
  if (keys.some((key) => realPath(key) === realPath(path))) return 'is the signing key';
  const report = others.find((each) => isIn(path, each));
  if (report !== undefined) return `has the place of report '${report}'`;
  const folder = folders.find((each) => each !== undefined && isIn(path, each));
  return folder === undefined ? undefined : `stands where output folder '${folder}' is to be`;
}

/** Whether `place` is the file, or would lie below it as if it were a folder. */
const isIn = (file: string, place: string): boolean =>
  namesBelow(realPath(file), realPath(place)) !== undefined;

/** Throws BAD_INPUT for a key that evidence would be put in the place of. Reads only. */
export function refuseKeyAsEvidence({ folders = [], keys = [] }: Spared): void {
  const places = folders.filter((folder) => folder !== undefined).map(realPath);
  const taken = keys.find((key) => isEvidenceName(basename(key)) && places.includes(realPath(dirname(key))));
  if (taken === undefined) return;
  const advice = 'Give the key another name, or the evidence another folder.';
  throw failure('BAD_INPUT', `The signing key '${taken}' stands where evidence goes`, { advice });
}
