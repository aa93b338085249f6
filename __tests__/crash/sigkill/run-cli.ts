import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const TOP = join(import.meta.dirname, '../../..');
const CLI = join(TOP, 'dist/cli/release-rollback.js');
const PRELOAD = join(import.meta.dirname, 'preload.mjs');

export interface CliRun {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface KillPoint {
  readonly at: number;
  readonly when: 'before' | 'after';
  /** SIGKILL if absent. */
  readonly signal?: 'SIGSTOP';
  /** Only calls on paths below it count. */
  readonly root: string;
  readonly trace?: string;
  /** Renames whose 'from to' matches answer EXDEV, as overlayfs does. */
  readonly exdev?: string;
}

/** The committed bundle as a child process, with the kill switch loaded before it when one is given. */
export const runCli = (args: readonly string[], cwd: string, kill?: KillPoint): Promise<CliRun> =>
  startCli(args, cwd, { kill }).ended;

export interface Started {
  readonly pid: number;
  readonly ended: Promise<CliRun>;
}

/** The same, still running; `within` is a command that starts others, e.g. `unshare …`. */
export function startCli(
  args: readonly string[],
  cwd: string,
  { kill, within = [] }: { readonly kill?: KillPoint | undefined; readonly within?: readonly string[] } = {},
): Started {
  const preload = kill === undefined ? [] : ['--import', PRELOAD];
  const [command = '', ...words] = [...within, process.execPath, ...preload, CLI, ...args];
  const child = spawn(command, words, {
    cwd,
    env: { ...process.env, NO_COLOR: '1', XDG_STATE_HOME: join(cwd, 'state'), ...environment(kill) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<CliRun>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { pid: child.pid ?? 0, ended };
}

function environment(kill: KillPoint | undefined): Record<string, string> {
  if (kill === undefined) return {};
  return {
    KILL_AT: String(kill.at),
    KILL_WHEN: kill.when,
    KILL_ROOT: kill.root,
    ...(kill.signal === undefined ? {} : { KILL_SIGNAL: kill.signal }),
    ...(kill.trace === undefined ? {} : { KILL_TRACE: kill.trace }),
    ...(kill.exdev === undefined ? {} : { FAIL_RENAME_EXDEV: kill.exdev }),
  };
}

/** What the process did up to its end, one line a call. */
export async function readTrace(path: string): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line !== '');
}
