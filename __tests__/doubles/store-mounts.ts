import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { isRoot } from './store-user.ts';

const mounted: string[] = [];

const run = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;

export function mount(...args: string[]): boolean {
  const done = run('mount', ...args);
  if (done) mounted.push(args.at(-1) as string);
  return done;
}

export function unmountAll(): void {
  for (const path of mounted.splice(0).reverse()) run('umount', '-l', path);
}

/** Whether this machine lets the tests mount: root on Linux outside of a narrow container. */
export const canMount = ((): boolean => {
  if (!isRoot || process.platform !== 'linux') return false;
  const probe = `/tmp/rollback-mount-probe-${process.pid}`;
  mkdirSync(probe, { recursive: true });
  const able = mount('-t', 'tmpfs', '-o', 'size=64k', 'none', probe);
  unmountAll();
  return able;
})();
