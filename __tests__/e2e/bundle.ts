import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The committed bundle; RELEASE_ROLLBACK_DIST points tests to a scratch build while the sources change. */
const dist = process.env.RELEASE_ROLLBACK_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));

export const ACTION = `${dist}/index.js`;
export const RELEASE_ROLLBACK = `${dist}/cli/release-rollback.js`;
export const PREPARE_RELEASE_ARTIFACTS = `${dist}/cli/prepare-release-artifacts.js`;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Where stdout goes instead, as a file descriptor; nothing is caught of it then. */
  readonly stdout?: number;
  /** Called with the process, to send it signals or close its pipes. */
  readonly watch?: (child: ReturnType<typeof spawn>) => void;
}

/** Runs a script of the bundle as its own process, with nothing of this one's environment but PATH. */
export async function run(
  script: string,
  args: readonly string[],
  surroundings: Surroundings,
): Promise<Ended> {
  if (!existsSync(script)) throw new Error(`${script} is not there: run \`npm run build\` first`);
  const { cwd, env, watch, stdout: target = 'pipe' } = surroundings;
  const child = spawn(process.execPath, [script, ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd, XDG_STATE_HOME: `${cwd}/.state`, ...env },
    stdio: ['ignore', target, 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  watch?.(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}
