import { spawnSync } from 'node:child_process';
import { readdir, readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/** Another pid namespace on the same folder, as containers on one machine have it. */
const WAYS = [
  ['unshare', '--pid', '--fork', '--mount-proc'],
  ['unshare', '--user', '--map-current-user', '--pid', '--fork', '--mount-proc'],
];

/** The first process of a namespace can't be stopped from inside; so that one is a shell. */
const SHELL = ['sh', '-c', '"$@"; exit $?', 'sh'];

/** The command that starts another one in a pid namespace of its own; undefined where the system does not let us. */
export const namespaceCommand: readonly string[] | undefined = WAYS.map((way) => [...way, ...SHELL]).find(
  ([command = '', ...args]) => spawnSync(command, [...args, 'true']).status === 0,
);

/** The process that was started there, by its pid here; undefined when it is not there (any more). */
export async function inner(outer: number): Promise<number | undefined> {
  const shell = await childOf(outer);
  return shell === undefined ? undefined : childOf(shell);
}

async function childOf(outer: number): Promise<number | undefined> {
  const text = await readFile(`/proc/${outer}/task/${outer}/children`, 'utf8').catch(() => '');
  const [first] = text.split(' ');
  return first === undefined || first === '' ? undefined : Number(first);
}

/** Whether SIGSTOP holds it. */
export async function isStopped(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')')).startsWith(') T');
}

/** Makes the newest record two minutes old: whoever can't see the holder takes it for dead. */
export async function age(root: string): Promise<void> {
  const log = join(root, '.rollback-log');
  const [newest] = (await readdir(log).catch(() => [])).filter((name) => /^\d{20}$/.test(name)).sort();
  if (newest === undefined) return;
  const then = Date.now() / 1000 - 120;
  await utimes(join(log, newest), then, then);
}

export const moment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
