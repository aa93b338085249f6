import { spawnSync } from 'node:child_process';
import { chmodSync, lchownSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type { DriverAnswer, DriverCall } from './store-driver.ts';

/** Permissions mean nothing to root, so these calls run as somebody else: `nobody`, or whoever runs the tests. */
const NOBODY = 65534;
export const isRoot = process.getuid?.() === 0;
const identity = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

let driver: string | undefined;

function driverPath(): string {
  if (driver !== undefined) return driver;
  // Not in the checkout, which may lie where only root may look.
  const folder = mkdtempSync(join(tmpdir(), 'rollback-driver-'));
  chmodSync(folder, 0o755);
  const outfile = join(folder, 'driver.mjs');
  const entry = fileURLToPath(new URL('./store-driver.ts', import.meta.url));
  buildSync({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
  chmodSync(outfile, 0o644);
  driver = outfile;
  return outfile;
}

export function asOrdinaryUser(path: string, call: DriverCall): DriverAnswer {
  const child = spawnSync(process.execPath, [driverPath(), path, JSON.stringify(call)], {
    ...identity,
    cwd: '/',
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(`the driver ended with ${child.status}: ${child.stderr}`);
  return JSON.parse(child.stdout) as DriverAnswer;
}

/** Makes a whole tree theirs. */
export function giveToOrdinaryUser(path: string): void {
  if (!isRoot) return;
  lchownSync(path, NOBODY, NOBODY);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) giveToOrdinaryUser(inner);
    else lchownSync(inner, NOBODY, NOBODY);
  }
}
