import { isUtf8 } from 'node:buffer';
import { readdirSync } from 'node:fs';
import { failure } from '../../../domain/errors.ts';
import { compareKeys, type ObjectInfo } from '../../../ports/object-store.ts';
import { infoOf, infoOfMany, statOf } from './file-info.ts';
import { ioError, quoted, symlinkRefused, unlessAbsent } from './io-errors.ts';
import { firstPart, isOurs, isTemporary, type LocalRoot } from './local-root.ts';

/** How many names are looked at together: enough to keep the disk busy, few enough to stay small. */
const BATCH = 512;

/** Everything below `folder`, links not followed, in UTF-8 order of the keys `prefix` + path, in batches. */
export async function* walk(folder: string, prefix: string): AsyncGenerator<ObjectInfo[]> {
  let files: string[] = [];
  for (const name of namesIn(folder, prefix)) {
    const isFolder = name.endsWith('/');
    if (!isFolder) files.push(name);
    if (files.length < BATCH && !isFolder) continue;
    if (files.length > 0) yield await infoOfMany(folder, prefix, files);
    files = [];
    if (isFolder) yield* walkFolder(`${folder}/${name.slice(0, -1)}`, prefix + name);
  }
  if (files.length > 0) yield await infoOfMany(folder, prefix, files);
}

/** The same, and the folder itself when it is empty. */
export async function* walkFolder(folder: string, prefix: string): AsyncGenerator<ObjectInfo[]> {
  let empty = true;
  for await (const batch of walk(folder, prefix)) {
    empty = false;
    yield batch;
  }
  const stat = empty ? statOf(folder) : undefined;
  if (prefix !== '' && stat?.isDirectory()) yield [infoOf(prefix, stat)];
}

/** What is directly below `folder`, folders with a '/' at the end. */
export async function* walkShallow(
  folder: string,
  prefix: string,
  limit: number,
): AsyncGenerator<ObjectInfo[]> {
  const names = namesIn(folder, prefix);
  // The newest record of a long log is one look, not five hundred.
  const size = Math.min(BATCH, limit);
  for (let start = 0; start < names.length; start += size) {
    const batch = names.slice(start, start + size).map((name) => name.replace(/\/$/, ''));
    const infos = await infoOfMany(folder, prefix, batch);
    yield infos.map((info) => (info.type === 'folder' ? { ...info, key: `${info.key}/` } : info));
  }
}

/** The names in a folder in the order of their keys, those of folders with a '/' at the end; none when it is gone. */
function namesIn(folder: string, prefix: string): string[] {
  try {
    const entries = unlessAbsent(() => readdirSync(folder, { withFileTypes: true })) ?? [];
    if (entries.some((entry) => entry.name.includes('\uFFFD'))) refuseMangled(folder, prefix);
    return entries
      .filter(({ name }) => !isTemporary(prefix, name))
      .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
      .sort(compareKeys);
  } catch (thrown) {
    throw ioError(thrown, `list ${quoted(prefix)}`);
  }
}

/** A name that is no UTF-8 would come out as another name, and the file behind it be lost from the manifest. */
function refuseMangled(folder: string, prefix: string): void {
  const names = readdirSync(folder, { encoding: 'buffer' });
  const mangled = names.find((name) => !isUtf8(name));
  if (mangled === undefined) return;
  const where = prefix === '' ? 'the repository' : quoted(prefix);
  throw failure('BAD_INPUT', `a file in ${where} has a name that is not valid UTF-8: '${escaped(mangled)}'`, {
    advice: 'Rename the file, then run again.',
  });
}

const escaped = (name: Buffer): string =>
  [...name]
    .map((byte) =>
      byte > 0x1f && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`,
    )
    .join('');

/**
 * The folder behind a prefix, if every part of it is a real folder; a link on the way is refused, or a listing
 * would show what is not in the repository.
 */
export function folderOf(root: LocalRoot, prefix: string): string | undefined {
  let path = root.path;
  for (const part of prefix.split('/').filter((name) => name !== '')) {
    path = `${path}/${part}`;
    const stat = statOf(path);
    if (stat?.isSymbolicLink()) {
      throw symlinkRefused(path.slice(root.path.length + 1));
    }
    if (!stat?.isDirectory()) return undefined;
  }
  return hasExactName(root, prefix) ? path : undefined;
}

/** Case counts, also where the file system ignores it: `V1.0.2` is not `v1.0.2`. */
export function hasExactName(root: LocalRoot, key: string): boolean {
  const name = firstPart(key);
  if (name === '' || isOurs(key)) return true;
  return readdirSync(root.path).includes(name);
}
