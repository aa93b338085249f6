import { readFileSync, realpathSync, type StatsFs, statfsSync } from 'node:fs';
import { failure } from '../../../domain/errors.ts';
import { BACKUPS } from '../../../domain/keys.ts';
import type { OperationManifest } from '../../../domain/manifest.ts';
import { statOf } from './file-info.ts';
import { mountPoints } from './inspect-version.ts';
import { makeRoomAt, unlessAbsent } from './io-errors.ts';
import { type LocalRoot, pathOf } from './local-root.ts';
import { placesOf } from './places.ts';
import { folderOf, walk } from './walk.ts';
import type { WorkFolder } from './work-folder.ts';

/** For records, manifest and index, whatever their size in practice. */
const MARGIN = 8 << 20;
const FEWEST_INODES = 64;

/** Throws BACKUP when the file systems that will be written to are as good as full; quotas show only later. */
export async function demandRoom(root: LocalRoot, version: string | undefined): Promise<void> {
  requireRoom(root.path, () => ({ bytes: 0, files: 0 }));
  const backups = pathOf(root, BACKUPS);
  // On the same file system a backup is a rename and takes no room.
  if (version === undefined || !isElsewhere(root, backups)) return;
  const sizes: number[] = [];
  const folder = folderOf(root, `${version}/`);
  if (folder !== undefined)
    for await (const batch of walk(folder, `${version}/`)) sizes.push(...batch.map(({ size }) => size));
  requireRoom(backups, (block) => demandOf(sizes, block));
}

/** The same for what a restore copies back: the whole tree, or nothing where it is a rename. */
export function demandRoomToReturn(work: WorkFolder, manifest: OperationManifest): void {
  if (!isElsewhere(work.root, placesOf(work, manifest).kept)) return;
  const sizes = Array.from(manifest.artifacts, ({ size }) => size);
  requireRoom(work.root.path, (block) => demandOf(sizes, block));
}

interface Demand {
  readonly bytes: number;
  readonly files: number;
}

/** A file takes whole blocks, and a folder or a link one. */
function demandOf(sizes: readonly number[], block: number): Demand {
  const bytes = sizes.reduce((sum, size) => sum + Math.max(1, Math.ceil(size / block)) * block, 0);
  return { bytes, files: sizes.length };
}

/** Whether no rename leads there: another device, or a mount of the same one. False where nothing is. */
function isElsewhere(root: LocalRoot, path: string): boolean {
  const [here, there] = [statOf(root.path), statOf(path)];
  if (there === undefined) return false;
  if (there.dev !== here?.dev) return true;
  const table = unlessAbsent(() => readFileSync('/proc/self/mountinfo', 'utf8')) ?? '';
  const [above, real] = [realpathSync.native(root.path), realpathSync.native(path)];
  return mountPoints(table).some(
    (point) => point.startsWith(`${above}/`) && `${real}/`.startsWith(`${point}/`),
  );
}

function requireRoom(path: string, demanded: (block: number) => Demand): void {
  const space = spaceAt(path);
  if (space === undefined || space.blocks === 0) return;
  const { bytes, files } = demanded(space.bsize);
  const advice = makeRoomAt(path);
  const free = space.bavail * space.bsize;
  const needed = MARGIN + bytes;
  if (free < needed) {
    const message = `only ${inMiB(free)} MiB are free at '${path}'; ${inMiB(needed)} MiB are needed`;
    throw failure('BACKUP', message, { advice });
  }
  if (space.files > 0 && space.ffree < FEWEST_INODES + files) {
    const message = `only ${space.ffree} more files can be made on the file system of '${path}'`;
    throw failure('BACKUP', message, { advice });
  }
}

function spaceAt(path: string): StatsFs | undefined {
  try {
    return statfsSync(path);
  } catch {
    // Some file systems do not tell; then the write itself will.
    return undefined;
  }
}

const inMiB = (bytes: number): string => (bytes / (1 << 20)).toFixed(1);
