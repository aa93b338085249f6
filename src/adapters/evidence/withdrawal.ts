import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { evidenceNames } from '../../domain/evidence.ts';
import type { EvidenceFile, EvidenceOf } from '../../ports/evidence.ts';
import { linkNew, temporaryName } from './durable.ts';
import { codeOf } from './folder-failure.ts';
import { type Aside, idIn, isSignatureOf, standing } from './set-aside.ts';

export type Folders = Readonly<Record<EvidenceFile['kind'], string | undefined>>;

/** Takes the files away that are of this operation; the paths of those that could not be. */
export async function takeAway(folders: Folders, evidence: EvidenceOf): Promise<readonly string[]> {
  const names = evidenceNames(evidence.operation, evidence.version);
  const at = (kind: EvidenceFile['kind']) => {
    const folder = folders[kind];
    return folder === undefined ? undefined : join(folder, names[kind]);
  };
  const isOurs = (bytes: Uint8Array) => idIn(bytes) === evidence.rollbackId;
  const audit = await read(at('audit'));
  const ofOurs = (bytes: Uint8Array) => audit !== undefined && isOurs(audit) && isSignatureOf(bytes, audit);
  // The signature first: without its audit log it could not be told whose it is.
  const taken = [
    await takeOne(at('signature'), ofOurs),
    await takeOne(at('audit'), isOurs),
    await takeOne(at('manifest'), isOurs),
  ];
  return taken.filter((path) => path !== undefined);
}

/** Gives files that were moved aside their first names again, where those are free. */
export async function bringBack(asides: readonly Aside[]): Promise<void> {
  for (const { path, aside, made } of asides) {
    try {
      await linkNew(aside, path);
      if (made) await rm(aside);
    } catch {
      // Something stands there again, or it went away: under its second name it is not lost.
    }
  }
}

/** The path when the file should go and could not; renamed first, so that what came in between is put back. */
async function takeOne(
  path: string | undefined,
  isIt: (bytes: Uint8Array) => boolean,
): Promise<string | undefined> {
  const there = await read(path);
  if (path === undefined || there === undefined || !isIt(there)) return undefined;
  const taken = temporaryName(dirname(path), basename(path));
  try {
    await rename(path, taken);
    const found = await standing(taken);
    if (found !== undefined && !isIt(found)) await linkNew(taken, path).catch(() => {});
    await rm(taken, { force: true });
    return undefined;
  } catch (thrown) {
    return codeOf(thrown) === 'ENOENT' ? undefined : path;
  }
}

async function read(path: string | undefined): Promise<Uint8Array | undefined> {
  return path === undefined ? undefined : standing(path).catch(() => undefined);
}
