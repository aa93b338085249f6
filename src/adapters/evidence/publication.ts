import { renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Bytes } from '../../domain/byte-parts.ts';
import { sha256Hex } from '../../domain/log-record.ts';
import type { EvidenceFile } from '../../ports/evidence.ts';
import { linkNew, placeNew, temporaryName } from './durable.ts';
import { type Aside, anonymousId, idIn, isSignatureOf, keepAside, putBack, standing } from './set-aside.ts';

/** A file that is complete beside its place. */
export interface Staged {
  readonly kind: EvidenceFile['kind'];
  readonly body: Bytes;
  readonly target: string;
  readonly temporary: string;
}

/** What to call, newest first, to have everything as it was. */
export type Undo = (() => void)[];

/**
 * Files of other operations that stand where staged ones go, and signed ones of our own, get names with their ids.
 * Answers which.
 */
export function clearTheWay(staged: readonly Staged[], undo: Undo): readonly Aside[] {
  const moved: Aside[] = [];
  for (const file of staged) {
    if (file.kind === 'manifest') moved.push(...clearManifest(file, undo));
    if (file.kind === 'audit') moved.push(...clearAudit(file, undo));
  }
  return moved;
}

/** Renames into place. What still stands there is of the same operation; its name while an undo may need it is returned. */
export function place({ temporary, target }: Staged, undo: Undo): string | undefined {
  if (!isThere(target)) {
    placeNew(temporary, target);
    undo.push(() => rmSync(target, { force: true }));
    return undefined;
  }
  const earlier = temporaryName(dirname(target), basename(target));
  linkNew(target, earlier);
  undo.push(() => renameSync(earlier, target));
  renameSync(temporary, target);
  return earlier;
}

const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

function clearManifest({ target, body }: Staged, undo: Undo): readonly Aside[] {
  const there = standing(target);
  if (there === undefined || isOurs(there, body)) return [];
  return moveAside([target], idIn(there) ?? anonymousId(there), undo);
}

/** A signature goes where its audit log goes: beside another one it would only be a broken signature. */
function clearAudit({ target, body }: Staged, undo: Undo): readonly Aside[] {
  const signaturePath = target.replace(/\.json$/, '.sig');
  const [audit, signature] = [standing(target), standing(signaturePath)];
  if (audit === undefined) {
    return signature === undefined ? [] : moveAside([signaturePath], anonymousId(signature), undo);
  }
  if (sha256Hex(audit) === sha256Hex(body)) return [];
  const signed = signature !== undefined && isSignatureOf(signature, audit);
  if (signed || !isOurs(audit, body)) {
    const both = signature === undefined ? [target] : [target, signaturePath];
    return moveAside(both, idIn(audit) ?? anonymousId(audit), undo);
  }
  return signature === undefined ? [] : moveAside([signaturePath], anonymousId(signature), undo);
}

function isOurs(there: Uint8Array, body: Bytes): boolean {
  const id = idIn(there);
  return id !== undefined && id === idIn(body);
}

function moveAside(paths: readonly string[], id: string, undo: Undo): readonly Aside[] {
  const kept = keepAside(paths, id);
  for (const each of kept) {
    undo.push(() => putBack(each));
    rmSync(each.path);
  }
  return kept;
}
